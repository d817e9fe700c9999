// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeStore
import Settings
import Workflows

/// Where the configuration is; every verb that needs one takes it.
struct ConfigOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config = Settings.standardPath

    /// The configuration, or all its mistakes at once.
    func load(environment: [String: String] = ProcessEnvironment.current) throws -> Settings {
        try Settings.loaded(from: config, environment: environment)
    }
}

extension Settings {
    /// The configuration at a path, with the program's own texts for notices an older folder of templates has not.
    static func loaded(
        from path: String, environment: [String: String] = ProcessEnvironment.current
    ) throws(ConfigError) -> Settings {
        try load(path: path, environment: environment, shippedTemplates: shippedTemplates)
    }

    /// Nil where the program's files are not found: the council's own must then be whole.
    static var shippedTemplates: String? { (try? ShareFolder.path()).map { "\($0)/templates" } }

    /// What a person should know of templates that are missing; nil when none is.
    var missingTemplates: String? {
        let missing = templates.missing
        guard !missing.isEmpty else { return nil }
        let names = missing.joined(separator: ", ")
        return "\(names): not there, the texts that come with the program are used; chancery init copies them"
    }
}

/// `--json`: facts for machines.
struct JSONOption: ParsableArguments {
    @Flag(name: .long, help: "Print JSON for machines.")
    var json = false
}

/// Who acts, for verbs that do what a registrar does.
struct ActorOption: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("Who acts: an id from staff.yaml.", valueName: "person"))
    var person: String

    /// The person as the register names who acted; a failure when it is neither a registrar nor an administrator.
    func known(in house: House) throws -> Actor {
        guard let known = house.settings.staff.person(PersonID(rawValue: person)),
            !known.roles.isDisjoint(with: [.registrar, .administrator])
        else {
            let registrars = house.settings.staff.registrars.map(\.id.rawValue)
            throw CardRegistration.Refusal.notRegistrar(person, registrars: registrars)
        }
        return Actor(rawValue: known.id.rawValue)
    }
}
