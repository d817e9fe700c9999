// SPDX-License-Identifier: Apache-2.0

/// The short name of a department in the files of the council: `zhkg`.
package struct DepartmentID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
}

/// A department of the council.
package struct Department: Hashable, Sendable {
    package let id: DepartmentID
    package let name: String
    package let phone: String?
    /// For `{unit}` in a registration index; empty when it has none.
    package let index: String

    package init(id: DepartmentID, name: String, phone: String?, index: String = "") {
        self.id = id
        self.name = name
        self.phone = phone
        self.index = index
    }
}
