// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import MarkupText

/// Files that hold others. Each file inside is read as the letter's own would be, one container deeper.
extension DocumentRun {
    func open(_ octets: FileOctets, as kind: DocumentKind, into place: Int, depth: Int) throws(ReadingFault) {
        switch kind {
        case .archive(let format): try archive(octets, as: format, into: place, depth: depth)
        case .signatureContainer: try signatureContainer(octets, into: place, depth: depth)
        case .signed: try signed(octets, into: place, depth: depth)
        case .message: message(octets, into: place, depth: depth)
        case .transport: transport(octets, into: place, depth: depth)
        default: break
        }
    }

    private func path(_ name: String, in place: Int) -> String {
        "\(documents[place].path)/\(name.isEmpty ? "файл" : name)"
    }

    // MARK: Archives

    /// What programs leave in archives for themselves.
    private static func isLitter(_ name: String) -> Bool {
        name.hasPrefix("__MACOSX/")
            || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name.split(separator: "/").last.map(String.init))
    }

    /// Files of an archive that a signature beside them may be over.
    private static let maximumSiblings = 200

    private func archive(_ octets: FileOctets, as format: ArchiveFormat, into place: Int, depth: Int) throws(ReadingFault) {
        let single = format == .compressed ? Self.nameWithoutEnding(documents[place].path) : nil
        var siblings: [(name: String, octets: FileOctets)] = []
        var signatures: [(name: String, octets: FileOctets)] = []
        var members = 0
        let end = try ArchiveWalk.walk(octets, as: format, budget: budget) { (member, walk) throws(ReadingFault) -> Bool in
            members += 1
            guard !Self.isLitter(member.name) else { return true }
            let name = member.name == "data" ? single ?? member.name : member.name
            guard !member.isEncrypted else {
                add(unread: path(name, in: place), .encrypted)
                return true
            }
            guard let content = try walk.gather(scratch: tools.scratch) else {
                add(unread: path(name, in: place), .damaged(words: ""))
                return true
            }
            if name.lowercased().hasSuffix(".p7s") {
                signatures.append((name, content))
            } else {
                if siblings.count < Self.maximumSiblings { siblings.append((name, content)) }
                read(content, path: path(name, in: place), mediaType: "", depth: depth)
            }
            return true
        }
        for signature in signatures { readSignature(signature, beside: siblings, in: place, depth: depth) }
        guard case .damaged(let words) = end else { return }
        if members == 0 { throw ReadingFault(.damaged(words: words)) }
        change(place) { $0.defects.insert(.damaged) }
    }

    /// `letter.txt.gz` holds `letter.txt`.
    private static func nameWithoutEnding(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
    }

    private func readSignature(
        _ signature: (name: String, octets: FileOctets), beside siblings: [(name: String, octets: FileOctets)], in place: Int,
        depth: Int
    ) {
        let first = documents.count
        read(signature.octets, path: path(signature.name, in: place), mediaType: "", depth: depth)
        guard first < documents.count, documents[first].signatures.contains(where: { $0.state == .unverified(.contentMissing) })
        else {
            return
        }
        let found = DetachedSignatures(authorities: authorities, maximumOctets: budget.limits.maximumContainerOctets)
            .verify(signature.octets, name: signature.name, over: siblings)
        change(first) { $0.signatures = found }
    }

    // MARK: Signatures

    private func signatureContainer(_ octets: FileOctets, into place: Int, depth: Int) throws(ReadingFault) {
        var container = SignatureContainer(authorities: authorities)
        var members = 0
        let end = try ArchiveWalk.walk(octets, as: .zip, budget: budget) { (member, walk) throws(ReadingFault) -> Bool in
            members += 1
            guard !member.isEncrypted, let content = try walk.gather(scratch: tools.scratch) else {
                add(unread: path(member.name, in: place), member.isEncrypted ? .encrypted : .damaged(words: ""))
                return true
            }
            if SignatureContainer.isRecord(member.name) {
                container.addRecord(member.name, content)
            } else if member.name != "mimetype" {
                container.addFile(member.name, content)
                read(content, path: path(member.name, in: place), mediaType: "", depth: depth)
            }
            return true
        }
        change(place) { $0.signatures = container.signatures() }
        guard case .damaged(let words) = end else { return }
        if members == 0 { throw ReadingFault(.damaged(words: words)) }
        change(place) { $0.defects.insert(.damaged) }
    }

    private func signed(_ octets: FileOctets, into place: Int, depth: Int) throws(ReadingFault) {
        let limit = budget.limits.maximumContainerOctets
        guard octets.count <= limit else { throw ReadingFault(.tooLarge(limit: limit)) }
        guard let decoded = CMSSignatures.decoded(octets.array), let cms = CMSSignatures(decoded, authorities: authorities) else {
            throw ReadingFault(.damaged(words: ""))
        }
        let isAttached = cms.container.content != nil
        let signatures = cms.signatures(over: nil, format: isAttached ? .attachedCAdES : .detachedCAdES)
        change(place) { $0.signatures = signatures }
        guard let content = cms.container.gatherContent(decoded.span, scratch: tools.scratch) else { return }
        try budget.spend(content.count)
        read(content, path: path(Self.nameWithoutEnding(documents[place].path), in: place), mediaType: "", depth: depth)
    }

    // MARK: Letters

    private func message(_ octets: FileOctets, into place: Int, depth: Int) {
        octets.withSpan { span in
            let message = ParsedMessage(span)
            let selection = BodySelection(message)
            var texts: [String] = []
            for index in selection.plain {
                let part = message.parts[index]
                let isHTML = part.mediaType.subtype == "html"
                texts.append(
                    isHTML
                        ? MarkupReader().text(of: message.textOctets(of: part, in: span).span).text
                        : message.readableText(of: part, in: span))
            }
            setText(PlainLines.tidied(texts.joined(separator: "\n\n")), into: place)
            for index in selection.attachments {
                let part = message.parts[index]
                var collector = OctetCollector(scratch: tools.scratch)
                message.decodeBody(of: part, in: span) { collector.append($0) }
                let name = part.fileName ?? (part.mediaType.isMessage ? "лист.eml" : "")
                guard let content = collector.finish() else {
                    add(unread: path(name, in: place), .damaged(words: ""))
                    continue
                }
                read(content, path: path(name, in: place), mediaType: part.mediaType.name, depth: depth)
            }
        }
    }

    private func transport(_ octets: FileOctets, into place: Int, depth: Int) {
        octets.withSpan { span in
            let file = TransportFile(span)
            switch file.body {
            case .text(let text): setText(PlainLines.tidied(text), into: place)
            case .html(let html):
                let decoded = Charset.text(of: html.span, label: nil).text
                setText(MarkupReader().text(of: Array(decoded.utf8).span).text, into: place)
            case .richText(let text): take(richText: text, into: place)
            case nil: break
            }
            for attachment in file.attachments {
                guard let content = attachment.content else { continue }
                let name = attachment.isMessage && attachment.name.isEmpty ? "лист" : attachment.name
                let inner = FileOctets(span.octets(in: content))
                read(
                    inner, path: path(name, in: place), mediaType: attachment.isMessage ? "application/vnd.ms-tnef" : "",
                    depth: depth)
            }
            if file.isDamaged { change(place) { $0.defects.insert(.damaged) } }
        }
    }
}
