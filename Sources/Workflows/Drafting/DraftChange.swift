// SPDX-License-Identifier: Apache-2.0
import MailTransport
package import Office
package import OfficeStore
import Vault

/// What is written into a draft; what it does not name stays as it is.
package struct DraftChange: Hashable, Sendable {
    package var addressees: [Addressee]?
    package var subject: String?
    package var text: String?
    package var caseFile: String?
    package var signatory: PersonID?
    /// Put behind those there are; one of the same name takes its place.
    package var files: [NewDraftFile] = []
    /// Names of files taken away.
    package var removedFiles: [String] = []

    package init() {}

    func applied(to content: DraftContent) -> DraftContent {
        var content = content
        if let addressees { content.addressees = addressees }
        if let subject { content.subject = subject }
        if let text { content.text = text }
        if let caseFile { content.caseFile = caseFile }
        if let signatory { content.signatory = signatory }
        content.files.removeAll { removedFiles.contains($0.name) }
        for file in files {
            let new = DraftFile(name: file.name, digest: file.digest.hex)
            if let place = content.files.firstIndex(where: { $0.name == file.name }) {
                content.files[place] = new
            } else {
                content.files.append(new)
            }
        }
        return content
    }
}

extension DraftVersion {
    /// A version under the digest of its content.
    package init(_ content: DraftContent) {
        let digest = OctetHasher.digest(of: Array(content.canonicalText.utf8).span.bytes)
        self.init(digest: VersionDigest(rawValue: digest.hex), content: content)
    }
}
