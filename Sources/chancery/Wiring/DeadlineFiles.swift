// SPDX-License-Identifier: Apache-2.0
import Glibc
import Office
import OfficeCalendar
import Settings
import Workflows

/// Finds `calendar.yaml`, `kinds.yaml` and `classifier.yaml`: those beside the configuration, else those that come with the program.
///
/// A configuration of before these files had names goes on with the program's own.
enum DeadlineFiles {
    /// - Parameters:
    ///   - configuration: the path of `chancery.yaml`, whose folder is looked into; nil for none.
    ///   - calendar: another calendar.
    ///   - kinds: other kinds.
    static func settings(
        beside configuration: String?, calendar: String? = nil, kinds: String? = nil
    ) throws -> DeadlineSettings {
        let paths = try (
            calendar: calendar ?? path(of: "calendar.yaml", beside: configuration),
            kinds: kinds ?? path(of: "kinds.yaml", beside: configuration)
        )
        return try DeadlineSettings.load(calendar: paths.calendar, kinds: paths.kinds)
    }

    /// The classifier of appeals.
    static func classifier(beside configuration: String?) throws -> AppealClassifier {
        try ClassifierFile.load(path: path(of: "classifier.yaml", beside: configuration))
    }

    /// What is wrong with the files in force; empty when they are good.
    static func problems(beside configuration: String) throws -> [ConfigProblem] {
        do {
            _ = try settings(beside: configuration)
            _ = try classifier(beside: configuration)
            return []
        } catch let error as ConfigError {
            return error.problems
        }
    }

    private static func path(of name: String, beside configuration: String?) throws -> String {
        if let configuration {
            let folder = configuration.lastIndex(of: "/").map { String(configuration[..<$0]) } ?? "."
            let path = "\(folder.isEmpty ? "/" : folder)/\(name)"
            if access(path, F_OK) == 0 { return path }
        }
        return "\(try ShareFolder.path())/\(name)"
    }
}

extension DeadlineSettings {
    /// What acts on cards are judged by.
    func law(_ classifier: AppealClassifier) -> OfficeActs.Law {
        OfficeActs.Law(reckoning: DueReckoning(calendar: calendar, policy: policy), kinds: kinds, classifier: classifier)
    }
}
