"""Typed values in text: read in one of the four languages, compared, said in another."""

from language.values.agreement import same
from language.values.saying import say
from language.values.scan import parse, value_at, values_in
from language.values.translation import translated_names
from language.values.value import Value

__all__ = ["Value", "parse", "same", "say", "translated_names", "value_at", "values_in"]
