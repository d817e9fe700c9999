// SPDX-License-Identifier: Apache-2.0
import CCrypto

/// Certificates of the authorities this council trusts for signatures, as OpenSSL keeps them.
@safe package final class TrustedAuthorities: Sendable {
    /// The store; a number, so that threads may share it: OpenSSL locks it itself (X509_STORE_new(3)), and nothing is added later.
    private let address: UInt

    /// - Parameter path: a file of certificates in PEM.
    /// - Returns: nil where the file cannot be read or holds no certificate.
    package init?(path: String) {
        guard let store = unsafe X509_STORE_new() else { return nil }
        guard unsafe X509_STORE_load_file(store, path) == 1 else {
            unsafe X509_STORE_free(store)
            ERR_clear_error()
            return nil
        }
        address = UInt(bitPattern: store)
    }

    deinit {
        unsafe X509_STORE_free(OpaquePointer(bitPattern: address))
    }

    /// Whether a chain leads from the certificate to one of the authorities, at that time or now. Revocation is not looked up.
    func vouches(for certificate: OpaquePointer, others: OpaquePointer?, at time: Int?) -> Bool {
        guard let context = unsafe X509_STORE_CTX_new() else { return false }
        defer { unsafe X509_STORE_CTX_free(context) }
        guard unsafe X509_STORE_CTX_init(context, OpaquePointer(bitPattern: address), certificate, others) == 1 else {
            return false
        }
        if let time, let parameters = unsafe X509_STORE_CTX_get0_param(context) {
            unsafe X509_VERIFY_PARAM_set_time(parameters, time)
        }
        let isTrusted = unsafe X509_verify_cert(context) == 1
        ERR_clear_error()
        return isTrusted
    }
}
