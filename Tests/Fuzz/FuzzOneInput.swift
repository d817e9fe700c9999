// SPDX-License-Identifier: Apache-2.0
import CurlMail
import Glibc
import IMAPGrammar
import InternetMessage
import MarkupText

typealias OneInput = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
typealias ArgumentList = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(_ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<ArgumentList?>, _ input: OneInput) -> CInt

/// SwiftPM makes this the program's `main`, named for the target. Built by `Tests/Fuzz/run`.
@_cdecl("fuzz_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments, fuzzOneInput)
}

/// Gives one input to the parser that `CHANCERY_FUZZ` names.
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    switch target {
    case "message": readMessage(octets)
    case "fields": readFields(octets)
    case "imap": readResponses(octets)
    case "smtp": readReplies(octets)
    case "markup": readMarkup(octets)
    default: fatalError("CHANCERY_FUZZ: message, fields, imap, smtp or markup")
    }
    return 0
}

private let target = getenv("CHANCERY_FUZZ").map { String(cString: $0) } ?? ""

private func readMessage(_ octets: [UInt8]) {
    let message = ParsedMessage(octets.span)
    for part in message.parts {
        _ = message.decodedBody(of: part, in: octets.span)
        if part.isLeaf { _ = message.readableText(of: part, in: octets.span) }
        _ = part.header.texts(in: octets.span)
        _ = LetterHeader(part.header, in: octets.span)
    }
    _ = BodySelection(message)
    _ = MediaTypeSniffer.mediaType(of: octets.span)
    let header = LetterHeader(message.root.header, in: octets.span)
    _ = Automation(message, header: header, in: octets.span, instance: "fuzz")
    _ = DeliveryReport(message, in: octets.span)
}

private func readFields(_ octets: [UInt8]) {
    _ = AddressList(fieldBody: octets)
    _ = AuthenticationResults(fieldBody: octets)
    _ = DateField(fieldBody: octets)
    _ = MediaType(fieldBody: octets)
    _ = ReceivedField(fieldBody: octets)
}

/// In two pieces, cut where the first octet says.
private func readResponses(_ octets: [UInt8]) {
    var sink = Sink()
    var reader = ResponseReader()
    let cut = min(Int(octets.first ?? 0), octets.count)
    let (head, tail) = (Array(octets[..<cut]), Array(octets[cut...]))
    do {
        try reader.feed(head.span, to: &sink)
        try reader.feed(tail.span, to: &sink)
    } catch {
        // Octets that are no responses end the connection.
    }
}

private struct Sink: ResponseReceiver {
    mutating func bodyBegan(_ items: FetchItems, count: Int) {}
    mutating func bodyContinued(_ octets: Span<UInt8>) {}
    mutating func received(_ response: Response) {}
}

private func readReplies(_ octets: [UInt8]) {
    var reader = SMTPReplyReader()
    reader.append(octets)
    do {
        while try reader.next() != nil {}
    } catch {
        // As above.
    }
}

/// Safe HTML must read back as itself.
private func readMarkup(_ octets: [UInt8]) {
    let reader = MarkupReader()
    _ = reader.text(of: octets.span)
    let safe = Array(reader.safeHTML(of: octets.span).text.utf8)
    precondition(Array(reader.safeHTML(of: safe.span).text.utf8) == safe, "safe HTML is not a fixed point")
}
