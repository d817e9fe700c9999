// SPDX-License-Identifier: Apache-2.0

/// How fast letters are read: structure, and every leaf with its transfer encoding and charset undone to UTF-8 octets.
package struct ParsingSpeed: Hashable, Sendable {
    package let letters: Int
    /// Octets of the letters as they are stored.
    package let octets: Int
    package let seconds: Double
    /// Octets that came out, so that nobody can leave the work out unseen.
    package let decodedOctets: Int

    /// Millions of octets a second.
    package var megabytesPerSecond: Double { seconds > 0 ? Double(octets) / seconds / 1e6 : 0 }

    /// Reads each of `letters` as often as `repetitions` says, on the calling thread.
    package static func measure(letters: [[UInt8]], repeating repetitions: Int = 1) -> ParsingSpeed {
        let clock = ContinuousClock()
        var decoded = 0
        var bytes = 0
        let elapsed = clock.measure {
            for _ in 0..<max(1, repetitions) {
                for letter in letters {
                    decoded += decodeAll(letter.span)
                    bytes += letter.count
                }
            }
        }
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return ParsingSpeed(
            letters: letters.count * max(1, repetitions), octets: bytes, seconds: seconds, decodedOctets: decoded)
    }

    /// Octets that come out of all leaves of one letter.
    package static func decodeAll(_ octets: Span<UInt8>) -> Int {
        let message = ParsedMessage(octets)
        var decoded = 0
        for part in message.parts where part.isLeaf {
            if part.mediaType.isText {
                decoded += message.textOctets(of: part, in: octets).count
            } else {
                decoded += message.decodedBody(of: part, in: octets).count
            }
        }
        return decoded
    }
}
