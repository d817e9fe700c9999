// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Synchronization

/// Keeps what is fetched, and checks that the calls come in their order.
final class CollectingSink: MessageSink {
    struct Refusal: Error {}
    struct Letter: Equatable {
        let uid: UInt32
        let announced: Int
        var octets: [UInt8] = []
    }
    private struct State {
        var open: Letter?
        var letters: [Letter] = []
        var abandoned = 0
        var disorder = 0
    }

    private let state = Mutex(State())
    /// The sink throws when a letter grows beyond this.
    private let maximumOctets: Int

    init(maximumOctets: Int = .max) { self.maximumOctets = maximumOctets }

    /// Whole letters, in the order they came.
    var letters: [Letter] { state.withLock { $0.letters } }
    var abandonedCount: Int { state.withLock { $0.abandoned } }
    /// Whether every letter that began ended or was abandoned, and nothing came outside.
    var isInOrder: Bool { state.withLock { $0.disorder == 0 && $0.open == nil } }

    func began(_ message: MessageAnnouncement) {
        state.withLock {
            if $0.open != nil { $0.disorder += 1 }
            $0.open = Letter(uid: message.uid.rawValue, announced: message.size)
        }
    }

    func received(_ octets: RawSpan) throws {
        let more = octets.withUnsafeBytes { [UInt8]($0) }
        let count = state.withLock { state -> Int in
            if state.open == nil { state.disorder += 1 }
            state.open?.octets += more
            return state.open?.octets.count ?? 0
        }
        if count > maximumOctets { throw Refusal() }
    }

    func ended() {
        state.withLock {
            guard let letter = $0.open, letter.octets.count == letter.announced else {
                $0.disorder += 1
                return
            }
            $0.letters.append(letter)
            $0.open = nil
        }
    }

    func abandoned() {
        state.withLock {
            if $0.open == nil { $0.disorder += 1 }
            $0.open = nil
            $0.abandoned += 1
        }
    }
}
