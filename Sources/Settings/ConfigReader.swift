// SPDX-License-Identifier: Apache-2.0

/// What the reading of one configuration shares: the files, and the mistakes and declarations collected on the way.
final class ConfigReader {
    /// Whether keys are only listed: files and secrets are then left alone and mistakes not kept.
    let isDescribing: Bool
    let files: FileSource
    /// Where systemd has put the credentials; nil when it was not systemd that started us.
    let credentialFolder: String?
    let readsSecrets: Bool
    /// Relative paths begin here: the folder of the configuration file.
    let folder: String
    /// The texts that come with the program, for those a council's older folder has not; nil where nobody knows them.
    let shippedTemplates: String?
    private(set) var problems: [ConfigProblem] = []
    private(set) var declarations: [SettingDeclaration] = []
    private var isMuted = false

    init(
        path: String, environment: [String: String], files: FileSource, readsSecrets: Bool, isDescribing: Bool = false,
        shippedTemplates: String? = nil
    ) {
        self.files = files
        self.shippedTemplates = shippedTemplates
        self.readsSecrets = readsSecrets && !isDescribing
        self.isDescribing = isDescribing
        credentialFolder = environment["CREDENTIALS_DIRECTORY"].flatMap { $0.isEmpty ? nil : $0 }
        folder = path.lastIndex(of: "/").map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
    }

    /// A path of the configuration as one that can be opened.
    func resolve(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return folder == "." ? path : (folder.hasSuffix("/") ? folder : folder + "/") + path
    }

    func report(_ problem: ConfigProblem) {
        if !isMuted && !isDescribing { problems.append(problem) }
    }

    func declare(_ declaration: SettingDeclaration) {
        if isDescribing { declarations.append(declaration) }
    }

    /// Reads without keeping mistakes: what is in a group that is missing altogether.
    func muted<Value>(_ body: () -> Value) -> Value {
        let wasMuted = isMuted
        isMuted = true
        defer { isMuted = wasMuted }
        return body()
    }

    /// Reads one YAML file by `body`, which asks for the keys of its root.
    /// - Parameters:
    ///   - name: the file as the declarations name it: `staff.yaml`.
    ///   - origin: the place that named the file, where one did.
    func file<Value>(
        _ path: String, name: String, namedAt origin: (place: ConfigPlace, key: String)?, _ body: (SectionReader) -> Value
    ) -> (value: Value, shown: ShownValue) {
        let root: ConfigNode?
        if isDescribing {
            root = nil
        } else {
            root = self.root(path, namedAt: origin)
        }
        let place = ConfigPlace(file: path)
        let section = SectionReader(
            reader: self, node: root ?? ConfigNode(place: place, content: .mapping([])), path: "", file: name)
        let value = root == nil ? muted { body(section) } : body(section)
        if root != nil { section.reportUnknownKeys() }
        return (value, section.shown)
    }

    private func root(_ path: String, namedAt origin: (place: ConfigPlace, key: String)?) -> ConfigNode? {
        do throws(FileSource.Failure) {
            let octets = try files.contents(path).octets
            do throws(ConfigProblem) {
                let root = try YAMLDocument.root(of: octets, file: path)
                if case .mapping = root.content { return root }
                report(
                    ConfigProblem(
                        place: root.place, key: "", what: "the file holds \(root.sort)", advice: "it must hold keys and values"))
            } catch {
                report(error)
            }
        } catch {
            report(
                ConfigProblem(
                    place: origin?.place ?? ConfigPlace(file: path), key: origin?.key ?? "",
                    what: "\(path) cannot be read: \(error.reason)",
                    advice: error.isMissing && origin == nil
                        ? "make one with chancery init" : "check the path and its permissions"))
        }
        return nil
    }
}
