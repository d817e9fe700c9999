// SPDX-License-Identifier: Apache-2.0
import Foundation
import ReplyReading
import Testing

@Suite struct ReplyPartsTests {
    private static let corpus: URL = {
        let given = ProcessInfo.processInfo.environment["CHANCERY_CORPORA"].map { URL(filePath: $0) }
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return (given ?? package.deletingLastPathComponent().appending(path: "shared/corpora")).appending(path: "replies")
    }()
    private static var hasCorpus: Bool { FileManager.default.fileExists(atPath: corpus.path) }

    struct Row: Sendable, CustomTestStringConvertible {
        let file: String
        /// How the new text begins, and what must not be in it.
        let begins: String
        var without: [String] = []
        var testDescription: String { file }
    }

    static let rows = [
        Row(file: "correct_sig.txt", begins: "this is an email with a correct -- signature.", without: ["rick"]),
        Row(file: "email_1_1.txt", begins: "Hi folks", without: ["riak-users mailing list"]),
        Row(file: "email_1_3.txt", begins: "Oh thanks.", without: ["Russell Brown", "What is the best way"]),
        Row(file: "email_1_4.txt", begins: "Awesome!", without: ["Loader seems"]),
        Row(file: "email_1_5.txt", begins: "One: Here's what I've got."),
        Row(file: "email_1_6.txt", begins: "I get proper rendering as well.", without: ["caching", "Corey"]),
        Row(file: "email_1_7.txt", begins: ":+1:", without: ["Steps", "Chris"]),
        Row(file: "email_2_1.txt", begins: "Outlook with a reply", without: ["Google Apps Sync"]),
        Row(file: "email_2_2.txt", begins: "Outlook with a reply directly above line", without: ["CRM"]),
        Row(file: "email_2_3.txt", begins: "Outlook with a reply directly above line", without: ["CRM"]),
        Row(file: "email_BlackBerry.txt", begins: "Here is another email", without: ["BlackBerry"]),
        Row(file: "email_bullets.txt", begins: "test 2 this should list second", without: ["Give us an example"]),
        Row(file: "email_iPhone.txt", begins: "Here is another email", without: ["iPhone"]),
        Row(file: "email_multi_word_sent_from_my_mobile_device.txt", begins: "Here is another email", without: ["Verizon"]),
        Row(file: "email_one_is_not_on.txt", begins: "Thank, this is really helpful.", without: ["Dave Tapley"]),
        Row(file: "email_sig_delimiter_in_middle_of_line.txt", begins: "Hi there!"),
        Row(file: "greedy_on.txt", begins: "On your remote host you can run:", without: ["George"]),
        Row(file: "pathological.txt", begins: "I think you're onto something.", without: ["John Sullivan", "debugging"]),
    ]

    @Test(.enabled(if: hasCorpus, "the replies of ../shared/corpora are not here"), arguments: rows)
    func theNewTextIsToldFromTheQuotation(_ row: Row) throws {
        let letter = try String(contentsOf: Self.corpus.appending(path: row.file), encoding: .utf8)
        let parts = ReplyParts(letter)
        let text = parts.text.joined(separator: "\n")
        #expect(text.hasPrefix(row.begins))
        for words in row.without { #expect(!text.contains(words)) }
        #expect(!Staff.isDecision(Staff.read(letter, Set(ReplyVerb.allCases))))
    }

    @Test func aSentenceThatBeginsLikeASignatureIsNone() {
        let parts = ReplyParts("Here is another email\n\nSent from my desk, is much easier then my mobile phone.")
        #expect(parts.text.count == 3)
        #expect(parts.signature.isEmpty)
    }

    @Test(arguments: Shape.all.indices) func noShapeLetsTheQuotationIntoTheText(_ index: Int) {
        let parts = ReplyParts(Shape.all[index].letter("Моя відповідь"), people: Staff.people)
        #expect(parts.text.contains { $0.contains("Моя відповідь") }, "\(Shape.all[index].name)")
        #expect(
            !parts.text.contains {
                $0.contains("Прошу погодити") || $0.contains("Від:") || $0.contains("wrote") || $0.contains("Погоджую")
            })
    }
}
