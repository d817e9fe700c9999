// SPDX-License-Identifier: Apache-2.0

/// Growing pauses between attempts to reach a peer, with some chance in them so that two daemons do not knock together.
struct Backoff {
    /// The first pause.
    static let first = Duration.seconds(1)
    /// The longest pause: after a failure ends, the office is back within a minute.
    static let longest = Duration.seconds(60)

    private(set) var failures = 0

    /// The pause after one more failure.
    mutating func next(chance: Double = .random(in: 0.8...1.2)) -> Duration {
        let doubled = Self.first * (1 << min(failures, 10))
        failures += 1
        return min(doubled, Self.longest) * chance
    }

    /// The peer answered.
    mutating func reset() { failures = 0 }
}
