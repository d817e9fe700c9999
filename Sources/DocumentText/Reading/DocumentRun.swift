// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import MarkupText

/// One reading of one file with everything inside it. One thread.
final class DocumentRun {
    let tools: ForeignTools
    let budget: ReadingBudget
    let authorities: TrustedAuthorities?
    private(set) var documents: [ReadDocument] = []
    private var isOverFiles = false

    init(tools: ForeignTools, budget: ReadingBudget, authorities: TrustedAuthorities?) {
        self.tools = tools
        self.budget = budget
        self.authorities = authorities
    }

    /// Reads a file and adds what comes of it. `depth` counts the containers around it.
    func read(_ octets: FileOctets, path: String, mediaType: String, depth: Int) {
        guard budget.takeFile() else { return tellOverFiles(path) }
        let name = String(path.split(separator: "/").last ?? "")
        var (kind, type) = DocumentKind.judge(octets, name: name, mediaType: mediaType)
        do throws(ReadingFault) {
            guard octets.count > 0 else { throw ReadingFault(.empty) }
            if case .archive(.zip) = kind, let better = try ArchiveNames.kind(of: octets, budget: budget) {
                (kind, type) = better
            }
            let place = documents.count
            documents.append(ReadDocument(path: path, mediaType: type))
            do throws(ReadingFault) {
                try read(octets, as: kind, into: place, depth: depth)
            } catch {
                documents[place].outcome = .notRead(error.reason)
            }
        } catch {
            documents.append(ReadDocument(path: path, mediaType: type, outcome: .notRead(error.reason)))
        }
    }

    /// Adds a file that is there and cannot be read.
    func add(unread path: String, _ reason: UnreadReason) {
        guard budget.takeFile() else { return tellOverFiles(path) }
        documents.append(ReadDocument(path: path, mediaType: "application/octet-stream", outcome: .notRead(reason)))
    }

    private func tellOverFiles(_ path: String) {
        guard !isOverFiles else { return }
        isOverFiles = true
        let reason = UnreadReason.tooManyFiles(limit: budget.limits.maximumFiles)
        documents.append(ReadDocument(path: path, mediaType: "application/octet-stream", outcome: .notRead(reason)))
    }

    private func read(_ octets: FileOctets, as kind: DocumentKind, into place: Int, depth: Int) throws(ReadingFault) {
        switch kind {
        case .word: try take(WordDocument.read(octets, budget: budget), into: place)
        case .spreadsheet: try take(Spreadsheet.read(octets, budget: budget), into: place)
        case .presentation: try take(Presentation.read(octets, budget: budget), into: place)
        case .openDocument: try take(OpenDocument.read(octets, budget: budget), into: place)
        case .oldWord: try take(OldOffice.word(octets, tools: tools, budget: budget), into: place)
        case .oldWorkbook: try take(OldOffice.workbook(octets, tools: tools, budget: budget), into: place)
        case .oldSlides: try take(OldOffice.slides(octets, tools: tools, budget: budget), into: place)
        case .encryptedOffice: throw ReadingFault(.encrypted)
        case .richText: try richText(octets, into: place)
        case .portable: try portable(octets, into: place)
        case .plainText: try plainText(octets, into: place)
        case .html: try html(octets, into: place)
        case .markup: try markup(octets, into: place, depth: depth)
        case .picture: try picture(octets, into: place)
        case .message, .transport, .signed, .signatureContainer, .archive:
            guard depth < budget.limits.maximumDepth else {
                throw ReadingFault(.nestedTooDeep(limit: budget.limits.maximumDepth))
            }
            try open(octets, as: kind, into: place, depth: depth + 1)
        case .other: throw ReadingFault(.unknownKind(mediaType: documents[place].mediaType))
        }
    }

    /// Changes the document at that place.
    func change(_ place: Int, _ edit: (inout ReadDocument) -> Void) {
        edit(&documents[place])
    }

    private func take(_ package: PackageText, into place: Int) throws(ReadingFault) {
        guard package.hasContent else { throw ReadingFault(.damaged(words: "")) }
        if package.isDamaged, package.text.isEmpty { throw ReadingFault(.damaged(words: "")) }
        documents[place].text = package.text
        if package.isCut { documents[place].defects.insert(.textCut) }
        if package.isDamaged { documents[place].defects.insert(.damaged) }
    }

    // MARK: Single documents

    private func richText(_ octets: FileOctets, into place: Int) throws(ReadingFault) {
        let limit = budget.limits.maximumContainerOctets
        guard octets.count <= limit else { throw ReadingFault(.tooLarge(limit: limit)) }
        take(richText: octets.array, into: place)
    }

    func take(richText octets: [UInt8], into place: Int) {
        let (text, isCut, isDamaged) = RichTextReader.read(octets, maximumOctets: budget.limits.maximumTextOctets)
        documents[place].text = text
        if isCut { documents[place].defects.insert(.textCut) }
        if isDamaged { documents[place].defects.insert(.damaged) }
    }

    private func portable(_ octets: FileOctets, into place: Int) throws(ReadingFault) {
        documents[place].signatures = octets.withSpan { PortableSignatures.signatures(in: $0, authorities: authorities) }
        let document = try PortableDocument.read(octets, tools: tools, budget: budget)
        documents[place].text = document.text
        documents[place].pages = document.pages
        if document.isCut { documents[place].defects.insert(.textCut) }
        if document.isDamaged { documents[place].defects.insert(.damaged) }
        switch document.layer {
        case .full: break
        case .little: documents[place].defects.insert(.littleText)
        case .none:
            documents[place].outcome = .scan
            try recognise(octets, pages: document.pages, into: place)
        }
    }

    private func picture(_ octets: FileOctets, into place: Int) throws(ReadingFault) {
        documents[place].outcome = .scan
        try recognise(octets, pages: nil, into: place)
    }

    /// Reads a scan optically where this is wanted; a failure leaves the scan a scan.
    private func recognise(_ octets: FileOctets, pages: Int?, into place: Int) throws(ReadingFault) {
        guard tools.recognisesScans, let text = try OpticalReading(tools: tools, budget: budget).text(of: octets, pages: pages)
        else {
            return
        }
        documents[place].text = text
        documents[place].defects.insert(.recognisedOptically)
    }

    private func plainText(_ octets: FileOctets, into place: Int) throws(ReadingFault) {
        let limit = budget.limits.maximumTextOctets
        let (text, hasLosses) = octets.withSpan { span in
            // A charset may take twice the octets of UTF-8.
            let front = span.extracting(0..<min(span.count, limit * 2))
            let decoded = Charset.text(of: front, label: nil)
            return (decoded.text, decoded.defects.contains(.undecodableCharacters))
        }
        setText(PlainLines.tidied(text), into: place)
        if hasLosses { documents[place].defects.insert(.undecodableCharacters) }
        if octets.count > limit * 2 { documents[place].defects.insert(.textCut) }
    }

    func setText(_ text: String, into place: Int) {
        let (front, isCut) = PlainLines.front(text, maximumOctets: budget.limits.maximumTextOctets)
        documents[place].text = front
        if isCut { documents[place].defects.insert(.textCut) }
    }

    private func html(_ octets: FileOctets, into place: Int) throws(ReadingFault) {
        let reading = octets.withSpan { span in
            let front = span.extracting(0..<min(span.count, budget.limits.maximumMarkupOctets))
            let decoded = Charset.text(of: front, label: nil).text
            return MarkupReader().text(of: Array(decoded.utf8).span)
        }
        setText(reading.text, into: place)
        if reading.notes.contains(.cutAtLimit) { documents[place].defects.insert(.textCut) }
    }

    /// XML files inside one other that are handed on; a message of the exchange is one.
    private static let maximumMarkup = 16

    /// XML is a message to programs, not a letter; others know what it says.
    private func markup(_ octets: FileOctets, into place: Int, depth: Int) throws(ReadingFault) {
        if depth > 0, documents.count(where: { $0.markup != nil }) < Self.maximumMarkup { documents[place].markup = octets }
        throw ReadingFault(.notText(mediaType: documents[place].mediaType))
    }
}
