import django.db.models.deletion
import whatmatters.rules.accounts
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_session_round'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[(whatmatters.rules.accounts.RecoveryKind['FIRST'], whatmatters.rules.accounts.RecoveryKind['FIRST']), (whatmatters.rules.accounts.RecoveryKind['PASSWORD'], whatmatters.rules.accounts.RecoveryKind['PASSWORD']), (whatmatters.rules.accounts.RecoveryKind['SECOND_STEP'], whatmatters.rules.accounts.RecoveryKind['SECOND_STEP'])], max_length=24)),
                ('half', models.CharField(max_length=128)),
                ('expires', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['first', 'password', 'second_step'])), name='recovery_kind'), models.CheckConstraint(condition=models.Q(('by', models.F('user')), _negated=True), name='recovery_never_asked_by_herself')],
            },
        ),
        migrations.CreateModel(
            name='RecoveryAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('confirmed', models.BooleanField()),
                ('half', models.CharField(blank=True, max_length=128)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('recovery', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='access.recovery')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('by', models.F('asked_by')), _negated=True), name='recovery_takes_two'), models.CheckConstraint(condition=models.Q(('by', models.F('user')), _negated=True), name='recovery_not_confirmed_by_herself')],
            },
        ),
        migrations.CreateModel(
            name='RecoveryUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('recovery', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='use', to='access.recovery')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
