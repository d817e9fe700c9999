// SPDX-License-Identifier: Apache-2.0

/// Text of pictures of pages, by `pdftoppm` and `tesseract` in their cells. What it answers may be wrong anywhere.
struct OpticalReading {
    let tools: ForeignTools
    let budget: ReadingBudget

    /// Pages read of one scan; the first ones hold the letterhead, the text and the signature.
    private static let maximumPages = 5
    /// Dots an inch; below two hundred tesseract takes letters for others.
    private static let resolution = 250

    /// - Parameter pages: of a PDF; nil for a picture.
    /// - Returns: nil when nothing is recognised or a program fails, which leaves the file a scan.
    func text(of octets: FileOctets, pages: Int?) throws(ReadingFault) -> String? {
        guard tools.path(of: .tesseract) != nil else { return nil }
        guard let pages else { return try recognised(octets) }
        guard tools.path(of: .pdftoppm) != nil else { return nil }
        var texts: [String] = []
        for page in 1...max(1, min(pages, Self.maximumPages)) {
            guard let picture = try picture(of: octets, page: page) else { break }
            if let text = try recognised(picture) { texts.append(text) }
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    private func picture(of octets: FileOctets, page: Int) throws(ReadingFault) -> FileOctets? {
        var roomy = tools
        // A page of A4 in grey is 6 MB.
        roomy.limits.outputOctets = 64 << 20
        let arguments = ["-gray", "-r", "\(Self.resolution)", "-f", "\(page)", "-l", "\(page)", "/proc/self/fd/0"]
        return try attempt { () throws(ReadingFault) in
            let output = try roomy.run(.pdftoppm, arguments, input: octets, budget: budget)
            return output.isCut || output.octets.isEmpty ? nil : FileOctets(output.octets)
        }
    }

    private func recognised(_ picture: FileOctets) throws(ReadingFault) -> String? {
        try attempt { () throws(ReadingFault) in
            let output = try tools.run(
                .tesseract, ["stdin", "stdout", "-l", "ukr"], environment: ["OMP_THREAD_LIMIT=1"], input: picture, budget: budget)
            let text = PlainLines.tidied(String(decoding: output.octets, as: UTF8.self))
            return text.isEmpty ? nil : text
        }
    }

    /// Nil for any fault but those that end the whole reading.
    private func attempt<Answer>(_ body: () throws(ReadingFault) -> Answer?) throws(ReadingFault) -> Answer? {
        do throws(ReadingFault) {
            return try body()
        } catch {
            switch error.reason {
            case .cancelled, .outOfTime: throw error
            default: return nil
            }
        }
    }
}
