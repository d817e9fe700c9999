// SPDX-License-Identifier: Apache-2.0
import Glibc
import Settings

/// The folder that holds everything the office knows (mode 0700, files 0600).
enum StateFolder {
    /// Makes the folder and those above it when missing; files made later by this process are the owner's alone.
    static func create(_ path: String) throws {
        umask(0o077)
        var made = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(component) : "/" + component
            guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
            // A parent that may not be read or written can still be passed through.
            if access(made, F_OK) == 0 { continue }
            throw Failure(
                ExitStatus.unavailable,
                "\(path): the state folder cannot be made: \(String(cString: strerror(errno))). Make it and give it to the user chancery runs as."
            )
        }
    }

    /// Where the pipe from an MTA leaves letters, as a Maildir.
    static func deliveries(of settings: Settings) -> String { settings.state + "/delivered" }
}
