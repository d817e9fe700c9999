// SPDX-License-Identifier: Apache-2.0

extension InterchangeMessage {
    package struct Expansion: Hashable, Sendable {
        /// Whose extension it is.
        package var organization: String
        package var version: String
        package var contacts: [Contact] = []
        package var signatures: [Signature] = []
        /// Elements of the maker's own, by name; what is in them is not read.
        package var otherElements: [String] = []

        package init(organization: String, version: String) {
            self.organization = organization
            self.version = version
        }
    }

    /// `StaticExpansion/SignInfo`: a detached CAdES signature of one file.
    package struct Signature: Hashable, Sendable {
        /// The ``File/id`` of the file it signs.
        package var fileID: String
        package var certificate: Content?
        /// xs:dateTime as written.
        package var signingTime: String?
        package var signature: Content

        package init(fileID: String, signature: Content) {
            self.fileID = fileID
            self.signature = signature
        }
    }
}
