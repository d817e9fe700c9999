// SPDX-License-Identifier: Apache-2.0
import CCrypto

/// A digest by OpenSSL.
enum MessageHash {
    /// The digest of the pieces, which follow each other; nil where OpenSSL does not know the algorithm, given as a dotted identifier
    /// or by a name of its own.
    static func digest(_ algorithm: String, of octets: Span<UInt8>, pieces: [Range<Int>]) -> [UInt8]? {
        let number = unsafe OBJ_txt2nid(algorithm)
        guard number != NID_undef, let name = unsafe OBJ_nid2sn(number), let method = unsafe EVP_get_digestbyname(name),
            let context = unsafe EVP_MD_CTX_new()
        else { return nil }
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestInit_ex(context, method, nil) == 1 else { return nil }
        for piece in pieces {
            unsafe octets.extracting(piece).withUnsafeBytes { _ = unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard unsafe EVP_DigestFinal_ex(context, &digest, &count) == 1 else { return nil }
        return Array(digest.prefix(Int(count)))
    }
}

/// OpenSSL's view of one CMS container. Lives on one thread.
@safe final class SignatureCheck {
    private let message: OpaquePointer
    private let certificates: OpaquePointer?

    /// - Returns: nil where OpenSSL cannot read the container, as when it is damaged.
    init?(_ octets: Span<UInt8>) {
        let parsed = unsafe octets.withUnsafeBufferPointer { octets in
            var start = octets.baseAddress
            return unsafe d2i_CMS_ContentInfo(nil, &start, octets.count)
        }
        ERR_clear_error()
        guard let message = unsafe parsed else { return nil }
        unsafe self.message = unsafe message
        unsafe certificates = CMS_get1_certs(message)
        unsafe CMS_set1_signers_certs(message, nil, 0)
        ERR_clear_error()
    }

    deinit {
        unsafe chancery_free_certificates(certificates)
        unsafe CMS_ContentInfo_free(message)
    }

    /// What can be said of the signer at that place, once the digest of the document is known to agree with `facts`.
    func state(ofSigner place: Int, _ facts: SignerFacts, authorities: TrustedAuthorities?) -> Signature.State {
        guard let signer = unsafe signer(place) else { return .unverified(.certificateMissing) }
        var certificate: OpaquePointer?
        unsafe CMS_SignerInfo_get0_algs(signer, nil, &certificate, nil, nil)
        guard let certificate = unsafe certificate else { return .unverified(.certificateMissing) }
        guard unsafe OBJ_txt2nid(facts.signatureAlgorithm) != NID_undef else {
            return .unverified(.algorithm(name: SignatureAlgorithm.name(of: facts.signatureAlgorithm)))
        }
        ERR_clear_error()
        let verdict = unsafe CMS_SignerInfo_verify(signer)
        let reason = Int32(truncatingIfNeeded: ERR_peek_last_error() & 0x7f_ffff)
        ERR_clear_error()
        guard verdict == 1 else {
            if verdict == 0 || reason == CMS_R_VERIFICATION_FAILURE { return .invalid }
            return .unverified(.algorithm(name: SignatureAlgorithm.name(of: facts.signatureAlgorithm)))
        }
        let isTrusted = unsafe authorities?.vouches(for: certificate, others: certificates, at: facts.signingTime) ?? false
        return isTrusted ? .valid : .unverified(.unknownAuthority)
    }

    private func signer(_ place: Int) -> OpaquePointer? {
        guard let signers = unsafe CMS_get0_SignerInfos(message), unsafe place < OPENSSL_sk_num(signers) else { return nil }
        return unsafe OPENSSL_sk_value(signers, Int32(place)).map { OpaquePointer($0) }
    }
}
