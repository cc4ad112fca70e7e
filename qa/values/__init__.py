"""Typed values in text: read in one of the four languages, compared, said in another."""

from qa.values.agreement import same
from qa.values.parsing import parse, value_at, values_in
from qa.values.saying import say
from qa.values.translation import translated_names
from qa.values.value import Value

__all__ = ["Value", "parse", "same", "say", "translated_names", "value_at", "values_in"]
