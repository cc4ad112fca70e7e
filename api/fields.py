"""What is wrong with the fields of a request, as messages: pydantic tells it in English only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from language.messages import Message

# By pydantic's name of an error, what JSON calls what is wanted (RFC 8259).
KINDS = {
    "string": "string", "int": "integer", "float": "number", "bool": "boolean", "list": "array",
    "dict": "object", "model": "object", "model_attributes": "object", "dataclass": "object",
    "int_from_float": "integer",
}  # fmt: skip
# By the same, what is said and the bound that it names.
BOUNDS = {
    "string_too_short": ("field_short", "min_length"),
    "string_too_long": ("field_long", "max_length"),
    "too_short": ("field_few", "min_length"),
    "too_long": ("field_many", "max_length"),
    "greater_than_equal": ("field_low", "ge"),
    "less_than_equal": ("field_high", "le"),
    "string_pattern_mismatch": ("field_pattern", "pattern"),
    "literal_error": ("field_other", "expected"),
    "union_tag_invalid": ("field_other", "expected_tags"),
}
BARE = {"missing": "field_missing", "extra_forbidden": "field_unknown", "json_invalid": "not_json"}


def wrong_fields(errors: Iterable[Mapping[str, Any]], language: str) -> list[tuple[str, str]]:
    """Return where each wrong field is, "body/top_k", and what is wrong with it in *language*.

    Args:
        errors: As ``pydantic.ValidationError.errors`` gives them.
        language: A BCP 47 tag.
    """
    return [("/".join(map(str, each["loc"])), _wrong(each).told(language)) for each in errors]


def _wrong(error: Mapping[str, Any]) -> Message:
    name, given = error["type"], error.get("ctx", {})
    if name in BARE:
        return Message(BARE[name])
    if name in BOUNDS:
        code, bound = BOUNDS[name]
        return Message(code, {"bound": str(given[bound])})
    kind = KINDS.get(name.removesuffix("_type").removesuffix("_parsing"))
    if kind:
        return Message("field_kind", {"kind": kind})
    return Message("field_wrong", {"reason": error["msg"]})
