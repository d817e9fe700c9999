// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What a reader is given of a letter: its texts and what its header says. No octets, no clock.
package struct LetterSource: Hashable, Sendable {
    /// A text that came with the letter.
    package struct Part: Hashable, Sendable {
        /// How facts name it: `body` for the text of the mail itself, else the path of the part (`2`, `2/folder/letter.docx`).
        package var name: String
        /// The name of the file; nil for the text of the mail itself.
        package var fileName: String?
        package var text: String

        package init(name: String, fileName: String? = nil, text: String) {
            self.name = name
            self.fileName = fileName
            self.text = text
        }
    }

    /// The text of the mail first, then the attachments in their order.
    package var parts: [Part]
    package var subject: String
    package var senderName: String
    /// addr-spec of the From field; empty when there is none.
    package var senderAddress: String
    /// When the letter reached the mailbox, on the office's wall (domain §1.6, note 4).
    package var receivedAt: WallTime
    /// What the Date field says, on the office's calendar; nil when missing or broken.
    package var sentOn: CivilDate?
    /// File names of all attachments, read or not.
    package var attachmentNames: [String]
    /// Whether the header says that a machine wrote it (RFC 3834).
    package var isAutomatic: Bool
    /// Whether it came over a list or with List-Unsubscribe (RFC 2369).
    package var isListMail: Bool
    /// Addresses of the office, in lower case.
    package var ownAddresses: Set<String>

    package init(
        parts: [Part], subject: String, senderName: String = "", senderAddress: String = "", receivedAt: WallTime,
        sentOn: CivilDate? = nil, attachmentNames: [String] = [], isAutomatic: Bool = false, isListMail: Bool = false,
        ownAddresses: Set<String> = []
    ) {
        self.parts = parts
        self.subject = subject
        self.senderName = senderName
        self.senderAddress = senderAddress
        self.receivedAt = receivedAt
        self.sentOn = sentOn
        self.attachmentNames = attachmentNames
        self.isAutomatic = isAutomatic
        self.isListMail = isListMail
        self.ownAddresses = ownAddresses
    }
}

extension LetterSource {
    /// Whether the mail comes from the domain of a mailbox of ours: somebody of the council scanned the paper, or writes himself.
    var isFromOwnDomain: Bool {
        guard let domain = senderAddress.inLowerCase.parts(at: "@").last else { return false }
        return ownAddresses.contains { $0.ends(with: "@" + domain) }
    }
}
