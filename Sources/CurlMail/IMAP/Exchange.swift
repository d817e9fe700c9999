// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar

/// One step of the dialogue: what it sends, what it takes in, and when it is over.
///
/// A class, because the reader hands it octets while the session holds it.
protocol Exchange: AnyObject {
    /// What is being done, for errors.
    var step: String { get }
    var isFinished: Bool { get }
    /// What is to be sent now; asked before each wait for the server.
    func nextOctets(_ tags: inout TagCounter) -> [UInt8]
    func bodyBegan(_ items: FetchItems, count: Int) throws
    func bodyContinued(_ octets: Span<UInt8>) throws
    func received(_ response: Response) throws
}

extension Exchange {
    func bodyBegan(_ items: FetchItems, count: Int) throws {}
    func bodyContinued(_ octets: Span<UInt8>) throws {}
}

/// Tags of our own kind: libcurl's are a letter and three digits.
struct TagCounter {
    private var last = 0

    mutating func next() -> String {
        last += 1
        return "ch\(last)"
    }
}
