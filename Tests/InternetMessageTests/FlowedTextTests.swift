// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct FlowedTextTests {
    private static func flowed(_ text: String, deletesSpace: String? = nil) -> String {
        var parameters = [FieldParameter(name: "format", value: "Flowed")]
        if let deletesSpace { parameters.append(FieldParameter(name: "delsp", value: deletesSpace)) }
        return FlowedText.unwrapped(text, mediaType: MediaType(type: "text", subtype: "plain", parameters: parameters))
    }

    @Test func textThatIsNotFlowedKeepsItsLines() {
        #expect(FlowedText.unwrapped("a \r\nb\rc\n\r\n", mediaType: .plainText) == "a \nb\nc\n\n")
    }

    @Test func softBreaksAreJoined() {
        #expect(Self.flowed("Шановний \r\nпане \r\nголово!\r\n\r\nДруге.\r\n") == "Шановний пане голово!\n\nДруге.\n")
    }

    @Test func deletedSpacesGlueTheWordsOfALongOne() {
        #expect(Self.flowed("http://a.example/ \r\nb\r\n", deletesSpace: "yes") == "http://a.example/b\n")
        #expect(Self.flowed("a \r\nb\r\n", deletesSpace: "no") == "a b\n")
    }

    @Test func quotedParagraphsAreJoinedAtTheirDepth() {
        #expect(Self.flowed("> a \r\n> b\r\n>> c \r\n> d\r\n>\r\ne\r\n") == "> a b\n>> c \n> d\n>\ne\n")
    }

    @Test func stuffedBlanksAreTakenAway() {
        #expect(Self.flowed(" From here\r\n >no quote\r\n  two\r\n") == "From here\n>no quote\n two\n")
    }

    @Test func theSignatureLineStandsAlone() {
        #expect(Self.flowed("end \r\n-- \r\nName \r\nOffice\r\n") == "end \n-- \nName Office\n")
    }

    @Test func aFlowedLineAtTheEndIsKept() {
        #expect(Self.flowed("a \r\n") == "a \n")
        #expect(Self.flowed("a ") == "a ")
        #expect(Self.flowed("") == "")
    }
}
