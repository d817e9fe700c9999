// SPDX-License-Identifier: Apache-2.0
import InternetMessage

/// A `winmail.dat`: what Outlook makes of a letter's text and files when it takes every reader for an Exchange ([MS-OXTNEF]).
///
/// Total: what is damaged ends the file; what stands before was read.
struct TransportFile {
    struct Attachment {
        var name = ""
        var content: Range<Int>?
        /// A letter inside, in this very format.
        var isMessage = false
    }

    enum Body {
        case text(String)
        case html([UInt8])
        case richText([UInt8])
    }

    private(set) var body: Body?
    private(set) var attachments: [Attachment] = []
    private(set) var isDamaged = false

    /// [MS-OXTNEF] §2.1.3.1.
    private static let signature: UInt32 = 0x223E_9F78
    /// Files kept of one letter.
    private static let maximumAttachments = 1_000

    private var plain: String?
    private var html: [UInt8]?
    private var compressed: Range<Int>?
    private var codePage = 1_251
    private var name: String?

    init(_ octets: Span<UInt8>) {
        var input = LittleEndianInput(octets.count)
        guard input.number(octets, 4) == Int(Self.signature), input.number(octets, 2) != nil else {
            isDamaged = true
            return
        }
        while !input.isAtEnd {
            guard let level = input.number(octets, 1), let identifier = input.number(octets, 4),
                let length = input.number(octets, 4), let value = input.range(length), input.number(octets, 2) != nil
            else {
                isDamaged = true
                break
            }
            take(identifier & 0xffff, isAttachment: level == 2, octets, value)
        }
        if let html { body = .html(html) } else if let plain { body = .text(plain) }
        if body == nil, let compressed, let text = CompressedRichText.octets(octets.octets(in: compressed)) {
            body = .richText(text)
        }
    }

    /// One attribute; [MS-OXTNEF] §2.1.3.2 and §2.1.3.3.
    private mutating func take(_ identifier: Int, isAttachment: Bool, _ octets: Span<UInt8>, _ value: Range<Int>) {
        switch (identifier, isAttachment) {
        // attOemCodepage
        case (0x9007, false):
            if value.count >= 4 { codePage = Int(octets[value.lowerBound]) | Int(octets[value.lowerBound + 1]) << 8 }
        // attBody
        case (0x800C, false): plain = text(octets.octets(in: value))
        // attMsgProps
        case (0x9003, false): takeProperties(octets, value)
        // attAttachRenddata begins an attachment
        case (0x9002, true): if attachments.count < Self.maximumAttachments { attachments.append(Attachment()) }
        // attAttachTitle
        case (0x8010, true):
            let title = text(octets.octets(in: value))
            change { $0.name = $0.name.isEmpty ? title : $0.name }
        // attAttachData
        case (0x800F, true): change { $0.content = value }
        // attAttachment
        case (0x9005, true): takeAttachmentProperties(octets, value)
        default: break
        }
    }

    private mutating func change(_ edit: (inout Attachment) -> Void) {
        guard !attachments.isEmpty else { return }
        var last = attachments.removeLast()
        edit(&last)
        attachments.append(last)
    }

    private mutating func takeProperties(_ octets: Span<UInt8>, _ value: Range<Int>) {
        MessageProperties.read(octets, value) { property in
            switch property.identifier {
            case 0x1000: plain = string(property, octets) ?? plain
            case 0x1013: html = property.values.first.map { octets.octets(in: $0) } ?? html
            case 0x1009: compressed = property.values.first ?? compressed
            default: break
            }
        }
    }

    private mutating func takeAttachmentProperties(_ octets: Span<UInt8>, _ value: Range<Int>) {
        MessageProperties.read(octets, value) { property in
            switch property.identifier {
            // PidTagAttachLongFilename and, where there is none, the display name
            case 0x3707: if let name = string(property, octets) { change { $0.name = name } }
            case 0x3001: if let name = string(property, octets) { change { $0.name = $0.name.isEmpty ? name : $0.name } }
            // PidTagAttachDataObject: a letter, behind the identifier of its interface
            case 0x3701 where property.isObject:
                if let place = property.values.first, place.count > 16 {
                    change {
                        $0.content = place.lowerBound + 16..<place.upperBound
                        $0.isMessage = true
                    }
                }
            case 0x3701: if let place = property.values.first { change { $0.content = $0.content ?? place } }
            default: break
            }
        }
    }

    private func string(_ property: MessageProperties.Property, _ octets: Span<UInt8>) -> String? {
        guard let place = property.values.first else { return nil }
        let raw = octets.octets(in: place)
        guard property.isUnicode else { return text(raw) }
        let units = stride(from: 0, to: raw.count - 1, by: 2).map { UInt16(raw[$0]) | UInt16(raw[$0 + 1]) << 8 }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    }

    private func text(_ raw: [UInt8]) -> String {
        let octets = Array(raw.prefix { $0 != 0 })
        return Charset.text(of: octets.span, label: "cp\(codePage)").text
    }
}
