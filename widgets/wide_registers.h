#pragma once
/// Qt 6.4 fills pictures with 256-bit vectors and returns without clearing their upper halves (its qt_memfill32 for
/// AVX2 has no vzeroupper). Until somebody clears them, every scalar instruction of the older kind waits for those
/// halves: sines and logarithms take ten times as long, a picture of the whole map a tenth longer.

namespace cresset::widgets {

/// Call it before long arithmetic, on the thread that does it, after anything of Qt that may have filled a picture.
/// Costs a cycle.
inline void leaveWideRegisters()
{
#ifdef __x86_64__
    static bool const has = __builtin_cpu_supports("avx") != 0;
    if (has)
        asm volatile("vzeroupper" ::
                         : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10",
                           "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
#endif
}

}  // namespace cresset::widgets
