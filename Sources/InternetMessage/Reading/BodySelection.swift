// SPDX-License-Identifier: Apache-2.0

/// Which parts of a letter are shown as its text and which are attachments (RFC 2046 §5.1, RFC 2387).
package struct BodySelection: Hashable, Sendable {
    /// Indices of the parts to show to a reader of plain text, in order; HTML where a place has nothing else.
    package let plain: [Int]
    /// Indices of the parts to show to a reader of HTML, in order; plain text where a place has nothing else.
    package let html: [Int]
    /// Indices of everything else that is a leaf or a nested message, in order. What stands inside a nested message belongs to it.
    package let attachments: [Int]

    /// Chooses from the parts inside the part `root`, itself included.
    package init(_ message: ParsedMessage, root: Int = 0) {
        var chooser = BodyChooser(parts: message.parts)
        chooser.choose(from: root)
        plain = chooser.plain
        html = chooser.html
        attachments = chooser.attachments
    }
}

/// The walk over the parts. The stack is ours, since letters may be nested as deep as the limit allows.
private struct BodyChooser {
    /// What a part is to the alternative it stands in, if it stands in one.
    private enum Role { case mixed, alternative, related }

    let parts: [BodyPart]
    var plain: [Int] = []
    var html: [Int] = []
    var attachments: [Int] = []

    private struct Pending {
        let index: Int
        let role: Role
        let isFirst: Bool
        let alternative: Int?
    }

    init(parts: [BodyPart]) {
        self.parts = parts
    }

    mutating func choose(from root: Int) {
        var plainOf: Set<Int> = []
        var htmlOf: Set<Int> = []
        var pending = [Pending(index: root, role: .mixed, isFirst: true, alternative: nil)]
        var textOnly: [(alternative: Int, part: Int)] = []
        var htmlOnly: [(alternative: Int, part: Int)] = []
        while let next = pending.popLast() {
            let part = parts[next.index]
            if part.mediaType.isMultipart, !part.children.isEmpty {
                let role = role(of: part.mediaType.subtype)
                let alternative = role == .alternative ? next.index : next.alternative
                for (place, child) in part.children.enumerated().reversed() {
                    pending.append(Pending(index: child, role: role, isFirst: place == 0, alternative: alternative))
                }
            } else if isShown(part, next) {
                let isHTML = part.mediaType.subtype == "html"
                if let alternative = next.alternative {
                    if isHTML { htmlOf.insert(alternative) } else { plainOf.insert(alternative) }
                    if isHTML { htmlOnly.append((alternative, next.index)) } else { textOnly.append((alternative, next.index)) }
                }
                if next.alternative == nil || !isHTML { plain.append(next.index) }
                if next.alternative == nil || isHTML { html.append(next.index) }
            } else {
                attachments.append(next.index)
            }
        }
        plain += htmlOnly.filter { !plainOf.contains($0.alternative) }.map(\.part)
        html += textOnly.filter { !htmlOf.contains($0.alternative) }.map(\.part)
        plain.sort()
        html.sort()
    }

    private func role(of subtype: String) -> Role {
        switch subtype {
        case "alternative": .alternative
        case "related": .related
        default: .mixed
        }
    }

    private func isShown(_ part: BodyPart, _ place: Pending) -> Bool {
        guard !part.isOpaque, part.disposition != .attachment else { return false }
        let isText = part.mediaType.type == "text" || (part.mediaType.type.isEmpty && part.parent == nil)
        guard isText, ["plain", "html", ""].contains(part.mediaType.subtype) || place.isFirst else { return false }
        if place.role == .related, !place.isFirst { return false }
        return part.fileName == nil || place.isFirst
    }
}
