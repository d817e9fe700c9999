// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A certificate authority made for one test by `openssl`.
package struct TestAuthority: Sendable {
    package static var program: String? { ServerProcess.find("/usr/bin/openssl") }

    /// The authority's certificate, PEM.
    package let caFile: String
    private let keyFile: String
    private let folder: String

    package struct Certificate: Sendable {
        package let certificateFile: String
        package let keyFile: String
    }

    package init(in folder: ServerFolder) throws {
        self.folder = folder.path
        caFile = "\(folder.path)/ca.pem"
        keyFile = "\(folder.path)/ca.key"
        try Self.openssl(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", keyFile, "-out",
                caFile,
            ]
                + ["-days", "30", "-subj", "/CN=Chancery test authority"])
    }

    /// A certificate for a server.
    ///
    /// - Parameters:
    ///   - names: as `subjectAltName` has them: `DNS:localhost`, `IP:127.0.0.1`.
    ///   - isExpired: it ended yesterday.
    package func certificate(
        named file: String = "server", names: String = "DNS:localhost,IP:127.0.0.1", isExpired: Bool = false
    ) throws -> Certificate {
        let made = Certificate(certificateFile: "\(folder)/\(file).pem", keyFile: "\(folder)/\(file).key")
        let request = "\(folder)/\(file).csr"
        try Self.openssl(
            ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", made.keyFile]
                + ["-out", request, "-subj", "/CN=mail.city.example"])
        let extensions = "\(folder)/\(file).ext"
        try Data("subjectAltName=\(names)\n".utf8).write(to: URL(fileURLWithPath: extensions))
        try Self.openssl(
            ["x509", "-req", "-in", request, "-CA", caFile, "-CAkey", keyFile, "-CAcreateserial", "-out", made.certificateFile]
                + ["-days", isExpired ? "-1" : "20", "-extfile", extensions])
        return made
    }

    private static func openssl(_ arguments: [String]) throws {
        guard let program else { throw ServerFailure("openssl is not installed") }
        try ServerProcess.run(program, arguments)
    }
}
