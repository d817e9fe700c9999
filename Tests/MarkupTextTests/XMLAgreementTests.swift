// SPDX-License-Identifier: Apache-2.0
import CXML2
import Foundation
import MarkupText
import Testing

/// What is well-formed for our reader is so for libxml2's parser, and the other way round.
@Suite(.serialized) struct XMLAgreementTests {
    /// Signs that mean something in XML, and some that do not.
    private static let signs = Array("\"&'/<=> !?A:;-[]#x1".utf8)

    private static let document = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- a comment --><Header standart="1207" b='&lt;&#1110;&#x457;' xmlns:c="urn:c">
        <c:Document c:d="1" d="2"/><![CDATA[<&>]]>\u{20}text &amp; &apos;<e  f = "g" ></e >
        </Header>

        """

    private static func isWellFormed(_ octets: [UInt8]) -> Bool { (try? XMLElement.read(octets.span)) != nil }

    private static func isWellFormedForLibrary(_ octets: [UInt8]) -> Bool {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        return octets.withUnsafeBytes { buffer in
            guard let parser = xmlNewParserCtxt() else { return false }
            defer { xmlFreeParserCtxt(parser) }
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let document = xmlCtxtReadMemory(parser, start, Int32(buffer.count), nil, nil, options) else { return false }
            xmlFreeDoc(document)
            return true
        }
    }

    // The XML declaration is left as it is: what stands in it is our reader's business as far as it names an encoding.
    @Test func oneChangedSignIsJudgedAlike() {
        let octets = Array(Self.document.utf8)
        #expect(Self.isWellFormed(octets))
        #expect(Self.isWellFormedForLibrary(octets))
        for place in 40..<octets.count where octets[place] < 0x80 {
            for sign in Self.signs {
                var changed = octets
                changed[place] = sign
                let (ours, theirs) = (Self.isWellFormed(changed), Self.isWellFormedForLibrary(changed))
                #expect(ours == theirs, "\(String(decoding: changed, as: UTF8.self))")
            }
        }
    }

    @Test func aMissingSignIsJudgedAlike() {
        let octets = Array(Self.document.utf8)
        for place in 40..<octets.count {
            var changed = octets
            changed.remove(at: place)
            let (ours, theirs) = (Self.isWellFormed(changed), Self.isWellFormedForLibrary(changed))
            #expect(ours == theirs, "\(String(decoding: changed, as: UTF8.self))")
        }
    }
}
