// SPDX-License-Identifier: Apache-2.0
import InternetMessage

/// The text of an RTF file (Rich Text Format Specification 1.9.1). Total and linear: any octets give some text.
struct RichTextReader {
    /// Groups inside each other that are kept track of; no program writes a thousand.
    private static let maximumGroups = 1_000
    private static let maximumFonts = 10_000

    /// What a group is read for.
    private enum Target { case body, tail, skipped }

    /// What changes inside a group and comes back behind it.
    private struct Group {
        var target = Target.body
        var charset: SingleByteCharset?
        /// Characters that follow each `\u` for programs without Unicode.
        var fallbackLength = 1
        var isHidden = false
        /// Inside the font table, where `\f` defines.
        var isFontTable = false
        /// `\*` was read: what follows may be passed over by those who do not know it.
        var isOptional = false
    }

    private var input: RichTextInput
    private var groups: [Group] = []
    private var group = Group()
    private var text: RichTextWriter
    private var fonts: [Int: SingleByteCharset] = [:]
    private var definedFont = 0
    private var defaultCharset: SingleByteCharset? = .windows1251
    /// Characters of the fallback still to be passed over.
    private var fallbackLeft = 0
    private var isBroken = false

    /// The text, whether it was cut at the limit, and whether the file ends before its groups do.
    static func read(_ octets: [UInt8], maximumOctets: Int) -> (text: String, isCut: Bool, isDamaged: Bool) {
        var reader = RichTextReader(octets, maximumOctets: maximumOctets)
        while !reader.isBroken, !reader.text.isFull, let token = reader.input.next() { reader.take(token) }
        let isDamaged = reader.isBroken || (!reader.groups.isEmpty && !reader.text.isFull)
        return (reader.text.finish(), reader.text.isFull, isDamaged)
    }

    private init(_ octets: [UInt8], maximumOctets: Int) {
        input = RichTextInput(octets)
        text = RichTextWriter(maximumOctets: maximumOctets)
        group.charset = defaultCharset
    }

    private mutating func take(_ token: RichTextToken) {
        switch token {
        case .open:
            fallbackLeft = 0
            guard groups.count < Self.maximumGroups else { return isBroken = true }
            groups.append(group)
            group.isOptional = false
        case .close:
            fallbackLeft = 0
            text.flush(group.charset)
            if let outer = groups.popLast() { group = outer }
        case .octet(let octet):
            if passFallback() { return }
            guard isShown else { return }
            text.add(octet: octet, charset: group.charset, isTail: group.target == .tail)
        case .word(let word, let number):
            if word != "u", word != "uc", passFallback() { return }
            control(word, number)
        }
    }

    private var isShown: Bool { group.target != .skipped && !group.isHidden && !group.isFontTable }

    /// Whether the token stands for programs without Unicode and was passed over.
    private mutating func passFallback() -> Bool {
        guard fallbackLeft > 0 else { return false }
        fallbackLeft -= 1
        return true
    }

    private mutating func control(_ word: String, _ number: Int?) {
        if group.isOptional {
            group.isOptional = false
            if !Self.readableOptional.contains(word) { group.target = .skipped }
        }
        if let target = Self.targets[word] {
            if group.target != .skipped { group.target = target }
            return
        }
        switch word {
        case "*": group.isOptional = true
        case "fonttbl": group.isFontTable = true
        case "ansicpg": setDefault(number)
        case "f": font(number ?? 0)
        case "fcharset":
            if group.isFontTable, fonts.count < Self.maximumFonts {
                fonts[definedFont] = Self.charset(ofFont: number ?? 0) ?? defaultCharset
            }
        case "uc": group.fallbackLength = max(0, min(number ?? 1, 255))
        case "u": unicode(number ?? 0)
        case "v": group.isHidden = number != 0
        case "deleted": if number != 0 { group.isHidden = true }
        case "plain": (group.isHidden, group.charset) = (false, defaultCharset)
        default: if isShown { text.control(word, charset: group.charset, isTail: group.target == .tail) }
        }
    }

    private mutating func setDefault(_ codePage: Int?) {
        guard let codePage, let charset = Charset(label: "cp\(codePage)"), case .singleByte(let found) = charset else { return }
        defaultCharset = found
        group.charset = found
    }

    private mutating func font(_ number: Int) {
        if group.isFontTable {
            definedFont = number
        } else {
            text.flush(group.charset)
            group.charset = fonts[number] ?? defaultCharset
        }
    }

    private mutating func unicode(_ number: Int) {
        fallbackLeft = group.fallbackLength
        guard isShown else { return }
        text.add(unit: UInt16(truncatingIfNeeded: number), charset: group.charset, isTail: group.target == .tail)
    }

    /// Optional groups with text of the document: text boxes and the numbers of old lists.
    private static let readableOptional: Set<String> = ["shpinst", "shptxt", "pntext"]

    private static let targets: [String: Target] = [
        "colortbl": .skipped, "stylesheet": .skipped, "info": .skipped, "pict": .skipped, "object": .skipped, "objdata": .skipped,
        "fldinst": .skipped, "themedata": .skipped, "datastore": .skipped, "listtable": .skipped, "listoverridetable": .skipped,
        "rsidtbl": .skipped, "revtbl": .skipped, "filetbl": .skipped, "generator": .skipped, "xmlnstbl": .skipped, "sp": .skipped,
        "shprslt": .skipped, "annotation": .skipped, "atnid": .skipped, "atnauthor": .skipped, "bkmkstart": .skipped,
        "bkmkend": .skipped, "nonshppict": .skipped, "pnseclvl": .skipped, "ftnsep": .skipped, "ftnsepc": .skipped,
        "aftnsep": .skipped, "aftnsepc": .skipped, "falt": .skipped, "tc": .skipped, "xe": .skipped, "footer": .tail,
        "footerl": .tail, "footerr": .tail, "footerf": .tail, "footnote": .tail,
    ]

    /// The charset of a font (`\fcharset`); nil for the one of the file.
    private static func charset(ofFont number: Int) -> SingleByteCharset? {
        switch number {
        case 204: .windows1251
        case 238: .windows1250
        case 161: .windows1253
        case 162: .windows1254
        case 177: .windows1255
        case 178: .windows1256
        case 186: .windows1257
        case 77: .macintosh
        case 255: .ibm866
        default: nil
        }
    }
}
