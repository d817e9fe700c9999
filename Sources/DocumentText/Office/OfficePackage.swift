// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// A document that is a zip file of XML parts: OOXML (ECMA-376) and OpenDocument.
struct OfficePackage {
    let octets: FileOctets
    let budget: ReadingBudget
    /// A part was cut off or damaged; what stands before was read.
    private(set) var isDamaged = false

    init(_ octets: FileOctets, budget: ReadingBudget) {
        self.octets = octets
        self.budget = budget
    }

    /// Reads the parts for which `consumer` answers one, as they stand in the file; one part at a time is unpacked in memory.
    mutating func read(_ consumer: (String) -> (any MarkupPart)?) throws(ReadingFault) {
        let limit = budget.limits.maximumMarkupOctets
        var damaged = false
        let end = try ArchiveWalk.walk(octets, as: .zip, budget: budget) { (member, walk) throws(ReadingFault) -> Bool in
            guard let consumer = consumer(member.name) else { return true }
            if member.isEncrypted { throw ReadingFault(.encrypted) }
            var markup: [UInt8] = []
            let isWhole = try walk.read { (piece) throws(ReadingFault) -> Bool in
                guard markup.count + piece.count <= limit else { throw ReadingFault(.tooMuchMarkup(limit: limit)) }
                unsafe piece.withUnsafeBufferPointer { unsafe markup.append(contentsOf: $0) }
                return true
            }
            switch consumer.read(markup.span, maximumOctets: limit)?.reason {
            case .tooLarge: throw ReadingFault(.tooMuchMarkup(limit: limit))
            case .documentType, .entity: throw ReadingFault(.forbiddenMarkup)
            case nil: damaged = damaged || !isWhole
            default: damaged = true
            }
            return true
        }
        if case .damaged = end { damaged = true }
        isDamaged = isDamaged || damaged
    }
}

/// The text of a package and what is to be known about it.
struct PackageText {
    var text: String
    var isCut: Bool
    var isDamaged: Bool
    /// The part that makes it a document was there at all.
    var hasContent: Bool
}
