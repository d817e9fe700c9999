// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Finds the files that come with the program: the folder `Config` of the source tree, or `/usr/share/chancery`.
enum ShareFolder {
    /// Its path, or a failure that says where was looked.
    static func path(environment: [String: String] = ProcessEnvironment.current) throws -> String {
        if let named = environment["CHANCERY_SHARE"], !named.isEmpty { return named }
        for folder in candidates() where access(folder + "/chancery.yaml", R_OK) == 0 { return folder }
        throw Failure(
            ExitStatus.unavailable,
            "The files that come with chancery were not found (\(candidates().joined(separator: ", "))). Set CHANCERY_SHARE to the folder Config."
        )
    }

    /// The folders above the program, as in a source tree that was built, then the system's.
    private static func candidates() -> [String] {
        var folders: [String] = []
        var link = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &link, link.count - 1)
        if length > 0 {
            var parts = link[..<length].split(separator: CChar(UInt8(ascii: "/"))).map { part in
                String(decoding: part.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
            while parts.popLast() != nil { folders.append("/" + (parts + ["Config"]).joined(separator: "/")) }
        }
        return folders + ["/usr/share/chancery"]
    }
}
