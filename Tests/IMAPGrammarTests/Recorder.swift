// SPDX-License-Identifier: Apache-2.0
@testable import IMAPGrammar

/// Writes down what a reader finds.
struct Recorder: ResponseReceiver, Equatable {
    var responses: [Response] = []
    var bodies: [[UInt8]] = []
    var begun: [FetchItems] = []

    mutating func bodyBegan(_ items: FetchItems, count: Int) {
        begun.append(items)
        bodies.append([])
    }

    mutating func bodyContinued(_ octets: Span<UInt8>) {
        for position in octets.indices { bodies[bodies.count - 1].append(octets[position]) }
    }

    mutating func received(_ response: Response) { responses.append(response) }

    /// What is found when the octets come in pieces of `size`.
    static func record(_ octets: [UInt8], pieces size: Int = .max) throws -> Recorder {
        var recorder = Recorder()
        var reader = ResponseReader()
        var start = 0
        while start < octets.count {
            let end = start + min(size, octets.count - start)
            try reader.feed(octets[start..<end].span, to: &recorder)
            start = end
        }
        return recorder
    }

    static func record(_ text: String, pieces size: Int = .max) throws -> Recorder {
        try record(Array(text.utf8), pieces: size)
    }
}
