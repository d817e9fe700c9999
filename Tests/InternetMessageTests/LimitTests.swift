// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct LimitTests {
    private static func nested(_ depth: Int) -> [UInt8] {
        var text = ""
        for level in 0..<depth { text += "Content-Type: multipart/mixed; boundary=\(level)b\r\n\r\n--\(level)b\r\n" }
        text += "Content-Type: text/plain\r\n\r\ninnermost\r\n"
        for level in (0..<depth).reversed() { text += "--\(level)b--\r\n" }
        return Array(text.utf8)
    }

    private static func flat(_ count: Int) -> [UInt8] {
        var text = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        for number in 0..<count { text += "--b\r\n\r\npart \(number)\r\n" }
        return Array((text + "--b--\r\n").utf8)
    }

    private static func kinds(_ octets: [UInt8]) -> [Defect.Kind] { ParsedMessage(octets.span).defects.map(\.kind) }

    @Test func partsAtTheDepthLimitAreReadAndDeeperOnesStayClosed() {
        let limit = Limits.standard.maximumDepth
        let atLimit = ParsedMessage(Self.nested(limit).span)
        #expect(atLimit.parts.count == limit + 1)
        #expect(atLimit.defects.isEmpty)
        let octets = Self.nested(limit + 1)
        let over = ParsedMessage(octets.span)
        #expect(over.parts.count == limit + 1)
        #expect(over.parts.last?.isOpaque == true)
        #expect(over.defects.map(\.kind) == [.nestedTooDeep])
        #expect(BodySelection(over).attachments == [limit])
    }

    @Test func aThousandPartsAreToldApartAndTheRestIsOneOpaquePart() {
        let limit = Limits.standard.maximumParts
        let atLimit = ParsedMessage(Self.flat(limit - 1).span)
        #expect(atLimit.parts.count == limit)
        #expect(atLimit.defects.isEmpty)
        let octets = Self.flat(limit)
        let over = ParsedMessage(octets.span)
        #expect(over.parts.count == limit + 1)
        #expect(over.parts.last?.isOpaque == true)
        #expect(over.parts.last?.body.upperBound == octets.count)
        #expect(over.defects.map(\.kind).contains(.tooManyParts))
    }

    @Test func aHeaderSectionAtTheLimitIsWholeAndOneOctetMoreIsNoted() {
        let limit = Limits.standard.maximumHeaderOctets
        func letter(_ octets: Int) -> [UInt8] {
            let start = "Subject: long\r\nX-Long: "
            let filler = String(repeating: "a", count: octets - start.utf8.count)
            return Array((start + filler + "\r\nX-Next: 1\r\nContent-Type: text/html\r\n\r\nbody").utf8)
        }
        #expect(!Self.kinds(letter(limit - 40)).contains(.headerSectionTooLong))
        let octets = letter(limit + 1)
        let over = ParsedMessage(octets.span)
        #expect(over.defects.map(\.kind) == [.headerSectionTooLong])
        #expect(over.root.header.fields.count == 3)
        #expect(over.root.mediaType.name == "text/html")
        #expect(over.text(of: over.root, in: octets.span) == "body")
    }

    @Test func parametersBehindTheLimitAreSkipped() {
        let limit = Limits.standard.maximumParameters
        func letter(_ count: Int) -> [UInt8] {
            Array(("Content-Type: text/plain" + (0..<count).map { "; p\($0)=v" }.joined() + "\r\n\r\n").utf8)
        }
        let atLimit = letter(limit)
        #expect(ParsedMessage(atLimit.span).root.mediaType.parameters.count == limit)
        #expect(Self.kinds(atLimit).isEmpty)
        let over = letter(limit + 1)
        #expect(ParsedMessage(over.span).root.mediaType.parameters.count == limit)
        #expect(Self.kinds(over) == [.tooManyParameters])
    }

    struct Monster: CustomTestStringConvertible {
        let testDescription: String
        let octets: [UInt8]
    }

    static var monsters: [Monster] {
        let fields = String(repeating: "X-Field: " + String(repeating: "x", count: 70) + "\r\n", count: 1_200_000)
        let recipients = (0..<100_000).map { "Citizen \($0) <citizen\($0)@mail.example>" }.joined(separator: ",\r\n ")
        return [
            Monster(testDescription: "10,000 nested parts", octets: nested(10_000)),
            Monster(testDescription: "a header section of 100 MB", octets: Array((fields + "\r\nbody").utf8)),
            Monster(testDescription: "100,000 recipients", octets: Array("To: \(recipients)\r\n\r\nbody".utf8)),
            Monster(
                testDescription: "lines of a header section that are no fields",
                octets: Array(
                    ("X-First: 1\r\n"
                        + String(repeating: String(repeating: "stray\r\n", count: 50) + "X-Next: 1\r\n", count: 20_000)
                        + "\r\nbody").utf8)),
            Monster(
                testDescription: "a long Content-Type and a million short ones",
                octets: Array(
                    ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; a=\""
                        + String(repeating: "a", count: 1_000_000) + "\"\r\n"
                        + String(repeating: "Content-Type: a\r\n", count: 1_000_000) + "\r\nbody").utf8)),
            Monster(
                testDescription: "50 open parts and a million dashes",
                octets: nested(49) + Array(repeating: 0x2D, count: 1_000_000)),
        ]
    }

    @Test(arguments: monsters) func aMonsterIsReadInUnderTwoSecondsOfOptimisedCode(monster: Monster) {
        let clock = ContinuousClock()
        let elapsed = clock.measure {
            let message = ParsedMessage(monster.octets.span)
            #expect(!message.parts.isEmpty)
            #expect(LetterHeader(message, in: monster.octets.span).subject.isEmpty)
        }
        // Unoptimised the same work takes some twenty times as long.
        #if DEBUG
            let limit = Duration.seconds(20)
        #else
            let limit = Duration.seconds(2)
        #endif
        #expect(elapsed < limit, "\(elapsed)")
    }
}
