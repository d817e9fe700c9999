// SPDX-License-Identifier: Apache-2.0

/// A password or token. However it is printed, interpolated, dumped or logged, it says «secret».
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The one way to the text itself: for the line that hands it to the peer.
    package let revealed: String

    package init(_ text: String) { revealed = text }

    package var description: String { "secret" }
    package var debugDescription: String { "secret" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where a secret is kept: it can be read again, as tokens are renewed while we run.
package struct SecretReference: Sendable {
    package enum Origin: Hashable, Sendable {
        /// A systemd credential (`LoadCredential=`, `LoadCredentialEncrypted=`), by its name.
        case credential(String)
        /// A file that only its owner may read, by its path.
        case file(String)
    }

    package let origin: Origin
    /// The file to open; nil for a credential when systemd passed none.
    package let path: String?
    /// As it was when the configuration was read; empty when it was read without secrets.
    package let secret: Secret

    /// Reads the secret anew.
    /// - Throws: what is wrong with the file, without key and place.
    package func current(from files: FileSource = .system) throws(ConfigProblem) -> Secret {
        do throws(Misfit) {
            return try Self.read(origin, path, files)
        } catch {
            throw ConfigProblem(place: ConfigPlace(file: path ?? ""), key: "", what: error.what, advice: error.advice)
        }
    }

    static func read(_ origin: Origin, _ path: String?, _ files: FileSource) throws(Misfit) -> Secret {
        guard let path else {
            throw Misfit(
                what: "systemd passed no credentials (CREDENTIALS_DIRECTORY is not set)",
                advice: "start through the unit with LoadCredential=, set the variable for a trial, or write {file: /path}")
        }
        let contents: FileSource.Contents
        do throws(FileSource.Failure) {
            contents = try files.contents(path)
        } catch {
            throw Misfit(what: "the secret in \(path) cannot be read: \(error.reason)", advice: advice(for: origin))
        }
        // systemd's own credentials are of mode 0400 or 0440 in a folder nobody else may enter.
        if case .file = origin, contents.mode & 0o077 != 0 {
            throw Misfit(
                what: "others may read \(path) (mode \(String(contents.mode & 0o777, radix: 8)))",
                advice: "run: chmod 600 \(path)")
        }
        return try secret(in: contents.octets, path)
    }

    /// The text of the file without the line end an editor puts behind it.
    private static func secret(in octets: [UInt8], _ path: String) throws(Misfit) -> Secret {
        var octets = octets[...]
        if octets.last == UInt8(ascii: "\n") { octets = octets.dropLast() }
        if octets.last == UInt8(ascii: "\r") { octets = octets.dropLast() }
        guard !octets.isEmpty else { throw Misfit(what: "the secret in \(path) is empty", advice: "write the password into it") }
        guard octets.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), let text = String(validating: octets, as: UTF8.self) else {
            throw Misfit(what: "the secret in \(path) is not one line of UTF-8 text", advice: "write the password alone into it")
        }
        return Secret(text)
    }

    private static func advice(for origin: Origin) -> String {
        switch origin {
        case .credential(let name): "add LoadCredential=\(name):/path to the unit, or encrypt it with systemd-creds"
        case .file: "check the path and that the service's user may read it"
        }
    }
}

extension SettingForm where Value == SecretReference {
    /// `{credential: NAME}` or `{file: PATH}`.
    static func secret(_ reader: ConfigReader) -> Self {
        SettingForm(
            type: "{credential: NAME} | {file: PATH}",
            standIn: SecretReference(origin: .file(""), path: nil, secret: Secret("")),
            shown: { reference in
                let (key, value) =
                    switch reference.origin {
                    case .credential(let name): ("credential", name)
                    case .file(let path): ("file", path)
                    }
                return .mapping([ShownValue.Entry(key: key, value: .scalar(value), isDefault: false)])
            }
        ) { node throws(Misfit) in
            let (origin, path) = try origin(in: node, reader)
            let secret = reader.readsSecrets ? try SecretReference.read(origin, path, reader.files) : Secret("")
            return SecretReference(origin: origin, path: path, secret: secret)
        }
    }

    private static func origin(
        in node: ConfigNode, _ reader: ConfigReader
    ) throws(Misfit) -> (SecretReference.Origin, path: String?) {
        guard case .mapping(let entries) = node.content else {
            throw Misfit(
                what: "a secret may not stand in the configuration itself",
                advice: "write {credential: NAME} or {file: PATH} and change the password, it has been seen")
        }
        guard entries.count == 1, let entry = entries.first, case .scalar(let text, _) = entry.value.content, !text.isEmpty else {
            throw Misfit(what: "a secret is kept in one place", advice: "write {credential: NAME} or {file: PATH}")
        }
        switch entry.key {
        case "credential":
            guard !text.contains("/"), text != ".", text != ".." else {
                throw Misfit(
                    what: "“\(text)” is no name of a credential", advice: "write the name of LoadCredential=, not a path")
            }
            return (.credential(text), reader.credentialFolder.map { "\($0)/\(text)" })
        case "file":
            let path = reader.resolve(text)
            return (.file(path), path)
        default:
            throw Misfit(
                what: "a secret has no key “\(entry.key)”",
                advice: Suggestion.advice(for: entry.key, among: ["credential", "file"]), place: entry.keyPlace)
        }
    }
}
