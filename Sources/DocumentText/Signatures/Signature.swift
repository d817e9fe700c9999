// SPDX-License-Identifier: Apache-2.0

/// One electronic signature as the clerk sees it. It informs; it never holds a letter back.
package struct Signature: Hashable, Sendable {
    package enum Format: String, Hashable, Sendable {
        case attachedCAdES, detachedCAdES, asicCAdES, asicXAdES, pades
    }

    package enum State: Hashable, Sendable {
        /// The signature fits the document, and its certificate leads to one of the council's trusted authorities. Revocation is not
        /// looked up, as that needs the network.
        case valid
        /// The document was changed after it was signed, or the signature is forged or damaged.
        case invalid
        case unverified(UnverifiedReason)
    }

    package let signer: CertificateHolder
    /// Name of the authority as its certificate has it; empty where none is known.
    package let issuer: String
    /// What the signer's own clock said: Unix time in seconds. Nobody vouches for it.
    package let signingTime: Int?
    package let format: Format
    package var state: State

    package init(signer: CertificateHolder, issuer: String, signingTime: Int?, format: Format, state: State) {
        self.signer = signer
        self.issuer = issuer
        self.signingTime = signingTime
        self.format = format
        self.state = state
    }
}

/// Who a certificate was given to. The tax number of a person (РНОКПП) is personal data and is not kept.
package struct CertificateHolder: Hashable, Sendable {
    /// The common name, else given name and surname; empty where the certificate is missing.
    package var name = ""
    /// Empty for a private person.
    package var organization = ""
    package var position = ""
    /// ЄДРПОУ of the organisation, eight digits; nil where the certificate has none.
    package var organizationCode: String?

    package init() {}
}

/// Why nothing can be said about a signature.
package enum UnverifiedReason: Hashable, Sendable {
    /// It fits the document, but its certificate leads to no authority this council has named.
    case unknownAuthority
    /// Signed by an algorithm that OpenSSL does not know, as ДСТУ 4145 is. `name` is the usual one, else the object identifier.
    case algorithm(name: String)
    /// The signed document lies elsewhere.
    case contentMissing
    /// The signer's certificate is not inside.
    case certificateMissing
    /// XAdES: the digests of the files agree with the signed list, the signature of the list is not checked.
    case listOnly
    /// A part of the container that is signed was not read.
    case notRead
}

extension Signature.State {
    package var ukrainian: String {
        switch self {
        case .valid: "підпис вірний (чинність сертифіката на зараз не перевірялася)"
        case .invalid: "підпис НЕ відповідає документу"
        case .unverified(.unknownAuthority):
            "не перевірено: підпис відповідає документу, але видавця сертифіката немає серед довірених"
        case .unverified(.algorithm(let name)): "не перевірено: алгоритм \(name) програма не перевіряє"
        case .unverified(.contentMissing): "не перевірено: підписаного документа в листі немає"
        case .unverified(.certificateMissing): "не перевірено: у підписі немає сертифіката підписувача"
        case .unverified(.listOnly):
            "не перевірено: файли відповідають підписаному переліку, сам підпис XAdES програма не перевіряє"
        case .unverified(.notRead): "не перевірено: підписаний файл прочитати не вдалося"
        }
    }

    package var english: String {
        switch self {
        case .valid: "the signature is valid (whether the certificate was revoked is not checked)"
        case .invalid: "the signature does NOT fit the document"
        case .unverified(.unknownAuthority):
            "not verified: the signature fits the document, but its certificate leads to no trusted authority"
        case .unverified(.algorithm(let name)): "not verified: the algorithm \(name) is not supported"
        case .unverified(.contentMissing): "not verified: the signed document is not in the letter"
        case .unverified(.certificateMissing): "not verified: the signer's certificate is not in the signature"
        case .unverified(.listOnly):
            "not verified: the files agree with the signed list, but the XAdES signature itself is not checked"
        case .unverified(.notRead): "not verified: the signed file could not be read"
        }
    }
}
