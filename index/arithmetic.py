"""What the processor multiplies quickly."""

from __future__ import annotations

# Intel's matrix instructions, and those for vectors that AMD's Zen 4 has too (docs/decisions/0002).
SIXTEEN_BITS = ("amx_bf16", "avx512_bf16")


def quick_in_sixteen_bits() -> bool:
    """Tell whether the processor itself multiplies bfloat16, so that it is quicker than float32."""
    import torch

    able = torch.cpu.get_capabilities()
    return any(able.get(each, False) for each in SIXTEEN_BITS)
