// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// The people of the council, who stands in for whom, and the routes of letters.
///
/// A value read from the configuration: identifiers in it lead somewhere, which `Settings` has checked.
package struct StaffDirectory: Hashable, Sendable {
    package let departments: [Department]
    package let people: [Person]
    package let substitutes: [Substitute]
    /// In the order of the file: the first that matches counts.
    package let routes: [RouteRule]

    package init(departments: [Department], people: [Person], substitutes: [Substitute], routes: [RouteRule]) {
        self.departments = departments
        self.people = people
        self.substitutes = substitutes
        self.routes = routes
    }

    package func person(_ id: PersonID) -> Person? { people.first { $0.id == id } }

    package func department(_ id: DepartmentID) -> Department? { departments.first { $0.id == id } }

    /// The person with this addr-spec; letters of the ASCII alphabet are equal in either case.
    package func person(email: String) -> Person? {
        let wanted = email.lowercased()
        return people.first { $0.email.lowercased() == wanted }
    }

    /// All who have the role, in the order of the file.
    package func people(with role: Role) -> [Person] { people.filter { $0.roles.contains(role) } }

    /// The front office; the first is named in notices when no registrar acted.
    package var registrars: [Person] { people(with: .registrar) }

    /// A person's own phone, else that of the department.
    package func phone(of person: Person) -> String? {
        person.phone ?? person.department.flatMap { department($0)?.phone }
    }

    /// Who acts for a person on a day: the person, or the end of the chain of substitutes.
    ///
    /// Nil when the person is unknown. A ring of substitutes, which `Settings` refuses, ends where it began.
    package func acting(for id: PersonID, on day: CivilDate) -> Person? {
        var current = id
        var passed: Set<PersonID> = []
        while passed.insert(current).inserted,
            let substitute = substitutes.first(where: { $0.absent == current && $0.days.contains(day) })
        {
            current = substitute.acting
        }
        return person(current)
    }

    /// Everybody a participant of a route stands for, before substitution.
    package func people(for participant: RouteParticipant) -> [Person] {
        switch participant {
        case .role(let role): people(with: role)
        case .person(let id): person(id).map { [$0] } ?? []
        }
    }

    /// The first rule that matches a letter of that kind, nil when none does.
    package func route(for kind: DocumentKind?) -> RouteRule? { routes.first { $0.matches(kind) } }

    /// How a letter of that kind is registered; without a rule a person looks at it first.
    package func registration(of kind: DocumentKind?) -> Registration { route(for: kind)?.registration ?? .reviewed }
}
