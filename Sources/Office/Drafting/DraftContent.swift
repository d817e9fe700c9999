// SPDX-License-Identifier: Apache-2.0

/// A file of a draft. The name is the one the addressee sees.
package struct DraftFile: Hashable, Sendable {
    package let name: String
    /// SHA-256 of its octets, 64 lower-case hexadecimal digits.
    package let digest: String

    package init(name: String, digest: String) {
        self.name = name
        self.digest = digest
    }
}

/// The one to ask about a letter; stands at its foot.
package struct ExecutorContact: Hashable, Sendable {
    /// «Олена Шевченко»
    package let name: String
    package let phone: String

    package init(name: String, phone: String) {
        self.name = name
        self.phone = phone
    }
}

/// Everything an outgoing letter says: its particulars, its text and its files.
package struct DraftContent: Hashable, Sendable {
    package var addressees: [Addressee]
    package var references: [LetterReference]
    package var subject: String
    package var text: String
    package var caseFile: String
    package var signatory: PersonID
    package var executor: ExecutorContact
    package var files: [DraftFile]

    package init(
        addressees: [Addressee], references: [LetterReference], subject: String, text: String = "", caseFile: String,
        signatory: PersonID, executor: ExecutorContact, files: [DraftFile] = []
    ) {
        self.addressees = addressees
        self.references = references
        self.subject = subject
        self.text = text
        self.caseFile = caseFile
        self.signatory = signatory
        self.executor = executor
        self.files = files
    }

    /// The text whose SHA-256 is the ``VersionDigest``: every field with its length before it, so that two contents never share one.
    package var canonicalText: String {
        var fields = addressees.flatMap { ["to", $0.name, $0.address] }
        fields += references.flatMap { ["on", $0.number, $0.date.map(String.init(describing:)) ?? ""] }
        fields += ["subject", subject, "text", text, "case", caseFile, "signatory", signatory.rawValue]
        fields += ["executor", executor.name, executor.phone]
        fields += files.flatMap { ["file", $0.name, $0.digest] }
        return fields.map { "\($0.utf8.count):\($0)\n" }.joined()
    }
}

/// SHA-256 of ``DraftContent/canonicalText``, 64 lower-case hexadecimal digits. Computed by the caller: this module has no cryptography.
package struct VersionDigest: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// One state of a draft. Never changed: an edit makes the next.
package struct DraftVersion: Hashable, Sendable {
    package let digest: VersionDigest
    package let content: DraftContent

    package init(digest: VersionDigest, content: DraftContent) {
        self.digest = digest
        self.content = content
    }
}
