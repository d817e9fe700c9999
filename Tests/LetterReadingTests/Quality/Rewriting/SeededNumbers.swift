// SPDX-License-Identifier: Apache-2.0

/// SplitMix64: the same numbers for the same seed, for ever.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// A stream of its own for each letter of each seed.
    init(seed: UInt64, for name: String) {
        state = name.utf8.reduce(seed &* 0x9E37_79B9_7F4A_7C15 &+ 1) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
