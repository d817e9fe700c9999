// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar
import Settings
import Workflows

/// Calendar and kinds of documents as they come with the program.
enum ShippedLaw {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Config").path

    static func settings() throws -> DeadlineSettings { try DeadlineSettings.load(folder: folder) }

    static func law() throws -> OfficeActs.Law {
        let settings = try settings()
        return OfficeActs.Law(
            reckoning: DueReckoning(calendar: settings.calendar, policy: settings.policy), kinds: settings.kinds,
            classifier: try ClassifierFile.load(path: folder + "/classifier.yaml"))
    }
}
