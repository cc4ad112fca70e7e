"""What all tests share."""

from hypothesis import HealthCheck, settings

# The same examples in every run; `pytest --hypothesis-profile=search` looks for new ones.
QUIET = [HealthCheck.too_slow]
settings.register_profile(
    "suite", max_examples=60, deadline=None, derandomize=True, suppress_health_check=QUIET
)
settings.register_profile("search", max_examples=1000, deadline=None, suppress_health_check=QUIET)
settings.load_profile("suite")
