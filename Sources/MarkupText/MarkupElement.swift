// SPDX-License-Identifier: Apache-2.0

/// The HTML elements that matter here. Any other element is seen through: its tags do nothing and its text is read.
enum MarkupElement: UInt8, CaseIterable, Sendable {
    case a, abbr, address, applet, article, aside, audio, b, big, blockquote, body, br, button, canvas, caption, center
    case code, dd, del, div, dl, dt, em, fieldset, figcaption, figure, font, footer, form
    case h1, h2, h3, h4, h5, h6, header, hr, i, iframe, img, ins, li, main, map, math, nav, noembed, noframes
    case object, ol, p, pre, q, s, samp, section, script, select, small, span, strike, strong, style, sub, summary, sup, svg
    case table, tbody, td, template, textarea, tfoot, th, thead, title, tr, tt, u, ul, `var`, video, xml, xmp

    private static let names = allCases.map { Array("\($0)".utf8) }

    private static let byName: [UInt64: MarkupElement] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.name.reduce(into: NameKey()) { $0.add($1) }.value, $0) })

    /// The element of a name in any case. A foreign name that hashes alike is read as the known element, which does no harm.
    init?(named key: NameKey) {
        guard let element = Self.byName[key.value] else { return nil }
        self = element
    }

    /// The tag's name in lower case.
    var name: [UInt8] { Self.names[Int(rawValue)] }

    /// Has no end tag and no content.
    var isVoid: Bool {
        switch self {
        case .br, .hr, .img: true
        default: false
        }
    }

    /// Its content is not for readers.
    var isHidden: Bool {
        switch self {
        case .applet, .audio, .canvas, .iframe, .map, .math, .noembed, .noframes, .object, .script, .select, .style, .svg,
            .template, .title, .video, .xml:
            true
        default: false
        }
    }

    /// Its content is characters up to its end tag, whatever they look like (HTML Living Standard §13.1.2.6).
    var isRawText: Bool {
        switch self {
        case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
        default: false
        }
    }

    /// Starts a line of its own, and closes an open paragraph.
    var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .body, .center, .dd, .div, .dl, .dt, .fieldset, .figcaption, .figure,
            .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .li, .main, .nav, .ol, .p, .pre, .section, .summary,
            .table, .ul, .xmp:
            true
        default: false
        }
    }

    /// Stands apart from its neighbours by an empty line.
    var hasMargin: Bool {
        switch self {
        case .blockquote, .dl, .figure, .h1, .h2, .h3, .h4, .h5, .h6, .ol, .p, .pre, .ul, .xmp: true
        default: false
        }
    }

    /// A piece of a table's frame.
    var isTablePart: Bool {
        switch self {
        case .caption, .table, .tbody, .td, .tfoot, .th, .thead, .tr: true
        default: false
        }
    }

    /// End tags of other elements do not reach out of it, nor do implied ends.
    var isBoundary: Bool {
        switch self {
        case .caption, .table, .td, .th: true
        default: false
        }
    }
}

/// A name folded to one number: FNV-1a over its lower-case octets.
struct NameKey: Hashable, Sendable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ octet: UInt8) {
        let isUpper = octet >= UInt8(ascii: "A") && octet <= UInt8(ascii: "Z")
        value = (value ^ UInt64(isUpper ? octet | 0x20 : octet)) &* 0x100_0000_01b3
    }
}

/// A set of elements, asked without hashing.
struct MarkupElementSet: Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt128 = 0

    init(arrayLiteral elements: MarkupElement...) {
        for element in elements { bits |= 1 << UInt128(element.rawValue) }
    }

    func contains(_ element: MarkupElement) -> Bool { bits & (1 << UInt128(element.rawValue)) != 0 }
}
