// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Standard error as whole lines: one `write` a line, so lines of several threads never mix.
enum StandardError {
    /// Writes `text` as it is; a closed or full standard error loses it, which must not stop the office.
    static func write(_ text: String) {
        Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Whether a person sees it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard output as whole pieces of text.
enum StandardOutput {
    /// Writes `text` and a line break.
    static func line(_ text: String = "") {
        Descriptor.write(Array((text + "\n").utf8), to: STDOUT_FILENO)
    }

    /// Whether a person sees it.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Writing to an open descriptor.
enum Descriptor {
    /// Writes all of `bytes`, going on after interruptions; gives up silently when the reader is gone.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if count < 0, errno == EINTR {
                continue
            } else {
                return
            }
        }
    }
}
