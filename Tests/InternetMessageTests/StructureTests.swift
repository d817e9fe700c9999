// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct StructureTests {
    @Test func anEmptyLetterHasARootOfPlainText() {
        let octets: [UInt8] = []
        let message = ParsedMessage(octets.span)
        #expect(message.parts.count == 1)
        #expect(message.root.mediaType == .plainText)
    }
}
