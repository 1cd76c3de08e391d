import django.db.models.deletion
import whatmatters.rules.outcomes
import whatmatters.rules.people
import whatmatters.rules.rota.agreed
import whatmatters.rules.rota.problem
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0007_account_kind'),
        ('access', '__first__'),
        ('people', '0007_person_corrections'),
        ('places', '0002_kept_postcodes'),
        ('teams', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeliveryPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delivery_plans', to='people.person')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.team')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'team'], name='delivery_plan_by_team')],
                'constraints': [models.UniqueConstraint(fields=('person', 'provider', 'number'), name='delivery_plan_once')],
            },
        ),
        migrations.CreateModel(
            name='AgreedVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('days', models.PositiveSmallIntegerField()),
                ('earliest', models.PositiveSmallIntegerField()),
                ('latest', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('long_minutes', models.PositiveSmallIntegerField()),
                ('workers', models.PositiveSmallIntegerField(default=1)),
                ('moving', models.BooleanField(default=False)),
                ('medicines', models.BooleanField(default=False)),
                ('in_welsh', models.BooleanField(default=False)),
                ('harm', models.CharField(choices=[(whatmatters.rules.rota.problem.Harm['CRITICAL'], whatmatters.rules.rota.problem.Harm['CRITICAL']), (whatmatters.rules.rota.problem.Harm['PALLIATIVE'], whatmatters.rules.rota.problem.Harm['PALLIATIVE']), (whatmatters.rules.rota.problem.Harm['PERSONAL'], whatmatters.rules.rota.problem.Harm['PERSONAL']), (whatmatters.rules.rota.problem.Harm['DOMESTIC'], whatmatters.rules.rota.problem.Harm['DOMESTIC'])], default=whatmatters.rules.rota.problem.Harm['PERSONAL'], max_length=24)),
                ('tolerance', models.PositiveSmallIntegerField(default=0)),
                ('follows', models.PositiveSmallIntegerField(null=True)),
                ('least', models.PositiveSmallIntegerField(null=True)),
                ('most', models.PositiveSmallIntegerField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='rota.deliveryplan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='agreed_visit_once'), models.CheckConstraint(condition=models.Q(('harm__in', ['critical', 'palliative', 'personal', 'domestic'])), name='agreed_visit_harm'), models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 127)), name='agreed_visit_on_a_day'), models.CheckConstraint(condition=models.Q(('latest__gte', models.F('earliest'))), name='agreed_visit_window'), models.CheckConstraint(condition=models.Q(('long_minutes__gte', models.F('minutes')), ('minutes__gt', 0)), name='agreed_visit_takes_time')],
            },
        ),
        migrations.CreateModel(
            name='DeliveryAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('party', models.CharField(choices=[(whatmatters.rules.outcomes.Party['PERSON'], whatmatters.rules.outcomes.Party['PERSON']), (whatmatters.rules.outcomes.Party['PROVIDER'], whatmatters.rules.outcomes.Party['PROVIDER']), (whatmatters.rules.outcomes.Party['COUNCIL'], whatmatters.rules.outcomes.Party['COUNCIL'])], max_length=24)),
                ('yes', models.BooleanField()),
                ('authority', models.CharField(choices=[(whatmatters.rules.people.Authority['OWN'], whatmatters.rules.people.Authority['OWN']), (whatmatters.rules.people.Authority['SUPPORTED'], whatmatters.rules.people.Authority['SUPPORTED']), (whatmatters.rules.people.Authority['ATTORNEY'], whatmatters.rules.people.Authority['ATTORNEY']), (whatmatters.rules.people.Authority['DEPUTY'], whatmatters.rules.people.Authority['DEPUTY']), (whatmatters.rules.people.Authority['BEST_INTERESTS'], whatmatters.rules.people.Authority['BEST_INTERESTS']), (whatmatters.rules.people.Authority['URGENT_DUTY'], whatmatters.rules.people.Authority['URGENT_DUTY'])], default=whatmatters.rules.people.Authority['OWN'], max_length=24)),
                ('on', models.DateField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='rota.deliveryplan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'party'), name='delivery_answer_once'), models.CheckConstraint(condition=models.Q(('party__in', [whatmatters.rules.outcomes.Party['PERSON'], whatmatters.rules.outcomes.Party['PROVIDER']])), name='delivery_answer_of_two'), models.CheckConstraint(condition=models.Q(('authority__in', ['own', 'supported', 'attorney', 'deputy', 'best_interests', 'urgent_duty'])), name='delivery_answer_authority')],
            },
        ),
        migrations.CreateModel(
            name='ChosenWorker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('never', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.worker')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chosen', to='rota.deliveryplan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'worker'), name='chosen_worker_once')],
            },
        ),
        migrations.CreateModel(
            name='QuietTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[(whatmatters.rules.rota.agreed.QuietFor['WORSHIP'], whatmatters.rules.rota.agreed.QuietFor['WORSHIP']), (whatmatters.rules.rota.agreed.QuietFor['SCHOOL_RUN'], whatmatters.rules.rota.agreed.QuietFor['SCHOOL_RUN']), (whatmatters.rules.rota.agreed.QuietFor['WORK'], whatmatters.rules.rota.agreed.QuietFor['WORK']), (whatmatters.rules.rota.agreed.QuietFor['REST'], whatmatters.rules.rota.agreed.QuietFor['REST']), (whatmatters.rules.rota.agreed.QuietFor['OTHER'], whatmatters.rules.rota.agreed.QuietFor['OTHER'])], max_length=24)),
                ('days', models.PositiveSmallIntegerField()),
                ('starts', models.PositiveSmallIntegerField()),
                ('ends', models.PositiveSmallIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quiet', to='rota.deliveryplan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='quiet_time_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['worship', 'school_run', 'work', 'rest', 'other'])), name='quiet_time_kind'), models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 127)), name='quiet_time_on_a_day'), models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='quiet_time_lasts')],
            },
        ),
        migrations.CreateModel(
            name='AgreedVisitWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('what', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('visit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='rota.agreedvisit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DeliveryAnswerWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('words', models.TextField()),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='rota.deliveryanswer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
