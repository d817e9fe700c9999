// SPDX-License-Identifier: Apache-2.0
import CCurl

/// Sets up a libcurl handle as a plain connection to a mail server. Certificates are always checked.
@safe final class CurlOptions {
    /// The first option libcurl did not take.
    private(set) var failure: CURLcode?
    private let handle: UnsafeMutableRawPointer

    init(handle: UnsafeMutableRawPointer) { unsafe self.handle = unsafe handle }

    func apply(server: MailServer, credentials: Credentials, limit: Duration, errorText: UnsafeMutablePointer<CChar>?) {
        unsafe note(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText))
        set(CURLOPT_URL, server.url)
        set(CURLOPT_PROTOCOLS_STR, "imap,imaps,smtp,smtps")
        set(CURLOPT_CONNECT_ONLY, 1)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_BUFFERSIZE, CurlConnection.bufferSize)
        let milliseconds = max(
            1, Int(limit.components.seconds) * 1_000 + Int(limit.components.attoseconds / 1_000_000_000_000_000))
        set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds)
        set(CURLOPT_TIMEOUT_MS, milliseconds)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_TCP_KEEPIDLE, 60)
        set(CURLOPT_TCP_KEEPINTVL, 20)
        if server.isLoopback { set(CURLOPT_PROXY, "") }
        protect(server)
        logIn(credentials, to: server)
    }

    /// Lets `transcript` see the login. The caller keeps it alive for as long as the handle.
    func observe(_ transcript: LoginTranscript) {
        let pointer = unsafe Unmanaged.passUnretained(transcript).toOpaque()
        unsafe note(ccurl_set_pointer(handle, CURLOPT_HEADERDATA, pointer))
        unsafe note(
            ccurl_set_header_function(handle) { octets, size, count, pointer in
                guard let octets = unsafe octets, let pointer = unsafe pointer else { return 0 }
                let transcript = unsafe Unmanaged<LoginTranscript>.fromOpaque(pointer).takeUnretainedValue()
                let line = unsafe [UInt8](UnsafeRawBufferPointer(start: octets, count: size * count))
                return transcript.append(line) ? size * count : 0
            })
        unsafe note(ccurl_set_pointer(handle, CURLOPT_XFERINFODATA, pointer))
        unsafe note(
            ccurl_set_progress_function(handle) { pointer, _, _, _, _ in
                guard let pointer = unsafe pointer else { return 1 }
                return unsafe Unmanaged<LoginTranscript>.fromOpaque(pointer).takeUnretainedValue().doorbell.isRung(for: .cancel)
                    ? 1 : 0
            })
        set(CURLOPT_NOPROGRESS, 0)
    }

    /// The handle outlives the buffer the error text is written to.
    func forgetErrorText() { unsafe note(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil)) }

    private func protect(_ server: MailServer) {
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_CERTINFO, 1)
        if let file = server.caFile { set(CURLOPT_CAINFO, file) }
        let isPlain = server.startTLS == .never && (server.scheme == .imap || server.scheme == .smtp)
        set(CURLOPT_USE_SSL, Int(isPlain ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue))
    }

    private func logIn(_ credentials: Credentials, to server: MailServer) {
        // AUTH of SMTP always takes an initial response (RFC 4954 §4); IMAP servers that do not announce SASL-IR misunderstand one
        // (RFC 4959 §3), and where they do announce it libcurl sends it by itself.
        if server.scheme == .smtp || server.scheme == .smtps { set(CURLOPT_SASL_IR, 1) }
        switch credentials {
        case .none: return
        case .password(let user, let password):
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_PASSWORD, password)
        case .bearer(let user, let token):
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_XOAUTH2_BEARER, token)
        }
    }

    private func set(_ option: CURLoption, _ value: Int) { unsafe note(ccurl_set_long(handle, option, value)) }
    private func set(_ option: CURLoption, _ value: String) { unsafe note(ccurl_set_string(handle, option, value)) }

    private func note(_ code: CURLcode) {
        if code != CURLE_OK, failure == nil { failure = code }
    }
}
