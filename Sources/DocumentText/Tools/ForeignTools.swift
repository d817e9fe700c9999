// SPDX-License-Identifier: Apache-2.0
import CConfine
import Glibc

/// The foreign programs of this machine, and how they are run: in a cell without network, files, processes, environment, and with
/// little time and memory.
///
/// A seccomp filter forbids sockets, new processes and tracing; Landlock leaves nothing to open but the input and the system's own
/// folders, nothing to write at all. Both are set by the started process itself, so neither root nor namespaces are needed, and
/// `RestrictNamespaces=yes` in the unit may stay. Resource limits and the clock end what computes for ever.
package struct ForeignTools: Sendable {
    package var limits: ToolLimits
    /// Reads scans by tesseract where it is installed. Slow: seconds a page. Default off.
    package var recognisesScans: Bool
    package let scratch: ScratchFolder
    private let folders: [String]
    private let places: [ForeignTool: String]

    /// Folders programs are looked for in, as in `PATH`; the environment is not asked.
    package static let usualFolders = ["/usr/bin", "/bin", "/usr/local/bin"]
    /// What programs need of the system: libraries, fonts, character tables.
    private static let readable = [
        "/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/fonts", "/etc/alternatives",
        "/etc/catdocrc", "/dev/null", "/dev/urandom", "/dev/zero",
    ]

    /// - Parameter places: paths of programs that are not looked for in `folders`.
    package init(
        limits: ToolLimits = .standard, recognisesScans: Bool = false, scratch: ScratchFolder = ScratchFolder(),
        folders: [String] = Self.usualFolders, places: [ForeignTool: String] = [:]
    ) {
        self.limits = limits
        self.recognisesScans = recognisesScans
        self.scratch = scratch
        self.folders = folders
        self.places = places
    }

    /// Where the program is, or nil where it is not.
    package func path(of tool: ForeignTool) -> String? {
        let candidates = places[tool].map { [$0] } ?? folders.map { "\($0)/\(tool.rawValue)" }
        return candidates.first { unsafe access($0, X_OK) == 0 }
    }

    /// Every program with its place, nil where it is missing; for `chancery doctor`.
    package func inventory() -> [(tool: ForeignTool, path: String?)] {
        ForeignTool.allCases.map { ($0, path(of: $0)) }
    }

    /// What holds a program in its cell on this machine and under this unit, beside the resource limits.
    package static func confinement() -> (callsFiltered: Bool, filesFenced: Bool) {
        let layers = chancery_confine_layers()
        return (layers & Int32(CHANCERY_CONFINE_CALLS) != 0, layers & Int32(CHANCERY_CONFINE_FILES) != 0)
    }

    /// Runs a program with `input` as its standard input, which is a regular file, and gathers what it writes. Blocking.
    ///
    /// - Parameter duration: at most this and ``ToolLimits/duration``.
    func run(
        _ tool: ForeignTool, _ arguments: [String], environment: [String] = [], input: FileOctets, budget: ReadingBudget
    ) throws(ReadingFault) -> ToolOutput {
        guard let path = path(of: tool) else {
            throw ReadingFault(.toolMissing(tool: tool.rawValue, package: tool.package))
        }
        try budget.checkTime()
        let command = ToolCommand(
            tool: tool, path: path, arguments: [path] + arguments,
            environment: ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"] + environment,
            readable: Self.readable + [path])
        let duration = min(limits.duration, budget.remaining)
        let result = input.withDescriptor(scratch: scratch) { descriptor in
            ConfinedRun.run(command, input: descriptor, limits: limits, duration: duration, cancellation: budget.cancellation)
        }
        switch result {
        case .success(let output)?: return output
        case .failure(let fault)?: throw fault
        case nil: throw ReadingFault(.toolUnstartable(tool: tool.rawValue, words: "no space in \(scratch.path)"))
        }
    }
}

/// A program to run, with everything it is told.
struct ToolCommand {
    let tool: ForeignTool
    let path: String
    /// The first one is the name of the program.
    let arguments: [String]
    let environment: [String]
    let readable: [String]
}

/// What a program wrote before it ended by itself.
struct ToolOutput {
    let octets: [UInt8]
    /// It wrote more than it may and was ended.
    let isCut: Bool
    /// The front of its complaints.
    let errors: String
    let exitStatus: Int32
}
