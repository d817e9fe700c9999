// SPDX-License-Identifier: Apache-2.0

/// The short name of a person in the files of the council: `shevchenko`.
package struct PersonID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
}

/// Somebody who works for the council.
package struct Person: Hashable, Sendable {
    package let id: PersonID
    /// Surname, given name and patronymic, in the nominative: «Шевченко Олена Петрівна».
    package let name: String
    /// «начальник управління»
    package let post: String
    package let department: DepartmentID?
    /// An addr-spec.
    package let email: String
    /// Their own; ``StaffDirectory/phone(of:)`` falls back to that of the department.
    package let phone: String?
    package let roles: Set<Role>

    package init(
        id: PersonID, name: String, post: String, department: DepartmentID?, email: String, phone: String?, roles: Set<Role>
    ) {
        self.id = id
        self.name = name
        self.post = post
        self.department = department
        self.email = email
        self.phone = phone
        self.roles = roles
    }
}
