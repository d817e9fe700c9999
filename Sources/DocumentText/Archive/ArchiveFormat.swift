// SPDX-License-Identifier: Apache-2.0

/// What an archive is opened as; a library that guesses among all formats takes any octets for one.
enum ArchiveFormat {
    case zip, sevenZip, rar
    /// tar, also compressed.
    case tar
    /// gzip, bzip2, xz: a tar inside, else one file.
    case compressed

    init?(mediaType: String) {
        switch mediaType {
        case "application/zip", "application/x-zip-compressed": self = .zip
        case "application/x-7z-compressed": self = .sevenZip
        case "application/vnd.rar", "application/x-rar-compressed", "application/x-rar": self = .rar
        case "application/x-tar": self = .tar
        case "application/gzip", "application/x-gzip", "application/x-xz", "application/x-bzip2": self = .compressed
        default: return nil
        }
    }
}
